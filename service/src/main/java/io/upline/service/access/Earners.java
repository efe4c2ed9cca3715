package io.upline.service.access;

import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import java.util.UUID;

/// Who earned a bonus: so that a member reaches their own alone.
public interface Earners {
    /// Whether a user earned a bonus; false for one that there isn't. Takes the same way for both. Blocks.
    ///
    /// @throws io.upline.service.platform.database.DatabaseUnavailable when the database can't be asked
    boolean hasEarned(UUID userId, UUID bonus);

    /// The problem 404 for a bonus that there isn't; somebody else's looks the same to a member.
    static Problem unknown(UUID bonus) {
        return Problem.of(ProblemType.UNKNOWN_BONUS, "There is no bonus " + bonus + ".");
    }
}
