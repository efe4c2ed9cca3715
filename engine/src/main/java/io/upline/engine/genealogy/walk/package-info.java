/// Walks over the arrays for readers: up a line, down a whole tree, along a level. Each is an object that keeps its
/// place, works in sections (see [io.upline.engine.genealogy.arrays.Sections]) and sees only the members that were
/// published when it began. Nothing recurses. The package is not exported from the module.
@NullMarked
package io.upline.engine.genealogy.walk;

import org.jspecify.annotations.NullMarked;
