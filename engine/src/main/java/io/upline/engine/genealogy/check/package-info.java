/// Proves the arrays sound member by member, by plain walks that share no code with what they check. What holds for
/// every member and its neighbours holds for the whole: levels that grow by one from parent to child leave no room
/// for a circle, and neither do counts that are one more than those below.
///
/// Read [PlacementCheck], then [SponsorCheck]. The package is not exported from the module: callers use
/// [io.upline.engine.genealogy.GenealogyCheck].
@NullMarked
package io.upline.engine.genealogy.check;

import org.jspecify.annotations.NullMarked;
