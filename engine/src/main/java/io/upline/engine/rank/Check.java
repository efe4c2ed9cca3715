package io.upline.engine.rank;

import io.upline.engine.plan.Requirement;

/// One requirement held against what a member has.
///
/// @param requirement what is asked for
/// @param actual      what the member has of it
public record Check(Requirement requirement, int actual) {

    /// What is asked for.
    public int target() {
        return requirement.atLeast();
    }

    /// How many more are needed; 0 when the requirement is met.
    public int missing() {
        return Math.max(0, target() - actual);
    }

    /// Whether there is as much as is asked for.
    public boolean isMet() {
        return missing() == 0;
    }
}
