/// Ranks over HTTP: evaluating a member against the plan's ladder, and reading the last verdict.
///
/// Start with [RankResource]. Figures come from the tree in memory, the verdict from the engine; [RankTable] is
/// the SQL that remembers it.
@NullMarked
package io.upline.service.rank;

import org.jspecify.annotations.NullMarked;
