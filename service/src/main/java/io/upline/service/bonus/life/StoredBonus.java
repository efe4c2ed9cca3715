package io.upline.service.bonus.life;

import io.upline.engine.ledger.BonusLife;
import io.upline.engine.ledger.BonusState;
import io.upline.service.platform.http.json.Json;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import java.util.UUID;

/// A bonus as it stands in the database, locked.
///
/// @param life whose `earner` is the member's number
/// @param createdAtMicros µs since 1970: no step is earlier
public record StoredBonus(UUID id, BonusLife life, long createdAtMicros) {
    /// A step that the bonus can't take from where it is.
    ///
    /// @param what the step is, such as `paid`
    public Problem refusal(String what) {
        return Problem.of(
                ProblemType.CONFLICT, "The bonus %s can't be %s: it is %s.".formatted(id, what, words(life.state())));
    }

    private static String words(BonusState state) {
        return switch (state) {
            case BonusState.Held(var untilMicros) -> "held until " + Json.time(untilMicros);
            case BonusState.Payable() -> "to be paid";
            case BonusState.Paid(var atMicros) -> "paid since " + Json.time(atMicros);
            case BonusState.Reversed() -> "reversed";
        };
    }
}
