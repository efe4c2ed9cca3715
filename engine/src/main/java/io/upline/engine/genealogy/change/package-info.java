/// What happens to members after their birth: a [io.upline.engine.genealogy.change.Rearrangement] gives one another
/// place, another sponsor, or both at once. It corrects the figures of the ancestors in slices of the write lock.
/// The package is not exported from the module: callers use
/// [io.upline.engine.genealogy.GenealogyWriter], which has refused what can't be done.
@NullMarked
package io.upline.engine.genealogy.change;

import org.jspecify.annotations.NullMarked;
