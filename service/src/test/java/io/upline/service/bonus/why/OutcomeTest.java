package io.upline.service.bonus.why;

import static org.assertj.core.api.Assertions.assertThat;

import io.upline.service.bonus.Bonus;
import io.upline.service.bonus.BonusStatus;
import io.upline.service.bonus.why.PostingTable.Posted;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is said of a bonus of 10.00 USD that has come so far.
class OutcomeTest {
    private static final UUID ID = new UUID(0, 1);

    private static long micros(String date) {
        return TimeUnit.SECONDS.toMicros(
                LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toEpochSecond());
    }

    /// Of postings such as `paid 6.00 2026-12-01`, a comma between two.
    private static List<Posted> postings(String texts) {
        var postings = new ArrayList<Posted>();
        for (var text : texts.split(", ", -1)) {
            var words = text.split(" ", -1);
            postings.add(new Posted(words[0], new BigDecimal(words[1]), "from", "to", micros(words[2])));
        }
        return postings;
    }

    private static Bonus bonus(BonusStatus status, String reversed, @Nullable String heldUntil) {
        var hold = heldUntil == null ? null : Long.valueOf(micros(heldUntil));
        var paid = status == BonusStatus.PAID ? Long.valueOf(0) : null;
        var amount = new BigDecimal("10.00");
        var taken = new BigDecimal(reversed);
        return new Bonus(
                ID,
                ID,
                ID,
                1,
                amount,
                "referral",
                taken,
                status,
                0,
                hold,
                paid,
                ID,
                "referral",
                "sponsor",
                null,
                null,
                "USD",
                1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PENDING  | 0.00  |            | earned 10.00 2026-11-01                                                    | it is yet to be paid
            PENDING  | 0.00  | 2026-12-15 | earned 10.00 2026-11-01                                                    | it is held until 2026-12-15
            PENDING  | 0.00  |            | earned 10.00 2026-11-01, released 10.00 2026-12-15                         | it was held until 2026-12-15; it is yet to be paid
            PAID     | 0.00  |            | earned 10.00 2026-11-01, paid 10.00 2026-12-01                             | it was paid on 2026-12-01
            PAID     | 0.00  |            | earned 10.00 2026-11-01, released 10.00 2026-11-15, paid 10.00 2026-12-01  | it was held until 2026-11-15; it was paid on 2026-12-01
            PAID     | 0.00  |            | earned 10.00 2026-11-01, set_off 4.00 2026-12-01, paid 6.00 2026-12-01     | 4.00 USD of it were set off on 2026-12-01 against what the earner owed; 6.00 USD of it were paid on 2026-12-01
            PAID     | 4.00  |            | earned 10.00 2026-11-01, paid 10.00 2026-12-01, reversed 4.00 2026-12-09   | it was paid on 2026-12-01; 4.00 USD of it were taken back on 2026-12-09
            PENDING  | 4.00  |            | earned 10.00 2026-11-01, reversed 4.00 2026-11-09                          | 4.00 USD of it were taken back on 2026-11-09; the other 6.00 USD are yet to be paid
            PENDING  | 4.00  | 2026-12-15 | earned 10.00 2026-11-01, reversed 4.00 2026-11-09                          | 4.00 USD of it were taken back on 2026-11-09; the other 6.00 USD are held until 2026-12-15
            PENDING  | 4.00  |            | earned 10.00 2026-11-01, reversed 3.00 2026-11-09, reversed 1.00 2026-11-10 | 4.00 USD of it were taken back in 2 parts, the last one on 2026-11-10; the other 6.00 USD are yet to be paid
            REVERSED | 10.00 |            | earned 10.00 2026-11-01, reversed 10.00 2026-11-09                         | it was taken back as a whole on 2026-11-09
            REVERSED | 10.00 |            | earned 10.00 2026-11-01, paid 10.00 2026-12-01, reversed 10.00 2026-12-09  | it was paid on 2026-12-01; it was taken back as a whole on 2026-12-09
            """)
    void whatBecameOfItIsSaid(
            BonusStatus status, String reversed, @Nullable String heldUntil, String postings, String words) {
        assertThat(String.join("; ", Outcome.of(bonus(status, reversed, heldUntil), postings(postings))))
                .isEqualTo(words);
    }
}
