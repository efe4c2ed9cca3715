/// The memory of the genealogy: plain arrays in chunks, and the one lock that lets many threads read while one
/// writes.
///
/// Read [NetworkArrays] first, then [Forest] (the links of one tree), [Matrix] (what the placement tree adds) and
/// [Sections] (how a reader and the writer share the arrays). Nothing here knows what a caller asks for: the walks
/// are in `io.upline.engine.genealogy.walk`, the rules of use in [io.upline.engine.genealogy.Genealogy]. The
/// package is not exported from the module.
@NullMarked
package io.upline.engine.genealogy.arrays;

import org.jspecify.annotations.NullMarked;
