package io.upline.service.adjustment;

import io.upline.engine.ledger.Adjustment;
import io.upline.service.platform.http.json.Json;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An adjustment as it stands in the database.
///
/// @param id of version 7: a later one has a greater id
/// @param userId whom it is about, by the id that they have now
/// @param adjustment whose `member` is the member's number
/// @param asker nobody unless it waits
/// @param createdAtMicros µs since 1970
/// @param decidedAtMicros µs since 1970; null as long as it waits
public record StoredAdjustment(
        UUID id,
        UUID userId,
        Adjustment adjustment,
        String reason,
        AdjustmentStatus status,
        Asker asker,
        long createdAtMicros,
        @Nullable Long decidedAtMicros) {
    private static final String NOBODY_IS_KNOWN =
            "that takes a second person, and with AUTH=off nobody is asked who they are. "
                    + "Start the service with AUTH=on, or decline it";
    private static final String ASKER_IS_UNKNOWN =
            "nobody knows who asked for it: AUTH was off then, or they were forgotten since. "
                    + "Decline it and ask for it again";
    private static final String SAME_ASKER =
            "you asked for it, and another person has to approve it. You may decline it";

    /// Whether it became what it is now by this decision, or by one as good.
    boolean is(Decision decision) {
        return status == decision.after();
    }

    /// Whether it still can be decided.
    ///
    /// @throws Problem 409 when it was decided otherwise
    void requireWaiting(Decision decision) {
        if (decidedAtMicros != null) {
            throw refusal(decision, "it is %s since %s".formatted(status.word(), Json.time(decidedAtMicros)));
        }
    }

    /// Two persons stand for what is above the limit.
    ///
    /// @throws Problem 409 unless it is certain that they are two
    void requireAnotherThanAsked(Asker approver) {
        if (!approver.isKnown()) {
            throw refusal(Decision.APPROVED, NOBODY_IS_KNOWN);
        }
        if (!asker.isKnown()) {
            throw refusal(Decision.APPROVED, ASKER_IS_UNKNOWN);
        }
        if (asker.equals(approver)) {
            throw refusal(Decision.APPROVED, SAME_ASKER);
        }
    }

    /// The problem 404 for an id that no adjustment has.
    public static Problem unknown(UUID id) {
        return Problem.of(ProblemType.UNKNOWN_ADJUSTMENT, "There is no adjustment " + id + ".");
    }

    private Problem refusal(Decision decision, String why) {
        return Problem.of(
                ProblemType.CONFLICT, "The adjustment %s can't be %s: %s.".formatted(id, decision.word(), why));
    }
}
