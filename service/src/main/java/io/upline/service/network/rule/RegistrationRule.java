package io.upline.service.network.rule;

import io.upline.engine.genealogy.Genealogy;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.function.ToIntFunction;

/// Whether a user may register under a sponsor. The same rule for a real registration and for one that only checks.
public final class RegistrationRule {
    private RegistrationRule() {}

    /// The sponsor's index, or [Genealogy#NONE] for a root.
    ///
    /// @param find the index of a user, or [Genealogy#NONE]
    /// @param isSuspended whether the member with an index is suspended
    /// @throws Problem 400 for a member, 404 for an unknown sponsor, 409 for a suspended one; in this order
    public static int sponsor(
            UUID userId, Optional<UUID> sponsorId, ToIntFunction<UUID> find, IntPredicate isSuspended) {
        if (find.applyAsInt(userId) != Genealogy.NONE) {
            throw Problem.of(ProblemType.ALREADY_A_MEMBER, "User already exists in MLM tree");
        }
        return sponsorId.map(id -> sponsor(id, find, isSuspended)).orElse(Genealogy.NONE);
    }

    private static int sponsor(UUID sponsorId, ToIntFunction<UUID> find, IntPredicate isSuspended) {
        var sponsor = find.applyAsInt(sponsorId);
        if (sponsor == Genealogy.NONE) {
            throw Problem.of(ProblemType.UNKNOWN_SPONSOR, "Sponsor not found");
        }
        if (isSuspended.test(sponsor)) {
            throw suspended(sponsorId);
        }
        return sponsor;
    }

    /// What is wrong with naming a member who is suspended as a sponsor.
    public static Problem suspended(UUID sponsorId) {
        return Problem.of(
                ProblemType.SPONSOR_SUSPENDED,
                "Sponsor %s is suspended; a suspended member sponsors nobody.".formatted(sponsorId));
    }
}
