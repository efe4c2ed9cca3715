/// Which rank a member's figures earn, and why: every requirement with what there is and what is asked for.
///
/// Read [io.upline.engine.rank.Verdict] first; it is worked out from the plan's ladder and a member's
/// [io.upline.engine.rank.Figures] alone. A rank that is no longer earned is no longer given: there is no memory
/// here.
@NullMarked
package io.upline.engine.rank;

import org.jspecify.annotations.NullMarked;
