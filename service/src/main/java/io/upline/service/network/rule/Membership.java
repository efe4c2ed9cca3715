package io.upline.service.network.rule;

import io.upline.engine.genealogy.Genealogy;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import java.util.UUID;

/// Whether a user is a member. The same sentence for whoever asks about somebody who is none.
public final class Membership {
    private Membership() {}

    /// The index of a member in `genealogy`.
    ///
    /// @throws Problem 404 when the user is not a member
    public static int indexOf(Genealogy genealogy, UUID userId) {
        var member = genealogy.indexOf(userId);
        if (member == Genealogy.NONE) {
            throw unknown(userId);
        }
        return member;
    }

    /// The problem 404 for a user who is not a member.
    public static Problem unknown(UUID userId) {
        return Problem.of(ProblemType.UNKNOWN_MEMBER, "User " + userId + " is not in the MLM tree.");
    }
}
