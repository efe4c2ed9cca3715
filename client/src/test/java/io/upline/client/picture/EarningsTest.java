package io.upline.client.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.upline.client.network.Bonus;
import io.upline.client.network.Verdict;
import io.upline.client.network.Week;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EarningsTest {
    private static final UUID ADA = new UUID(0xA0000000_00000000L, 0);
    private static final UUID BEN = new UUID(0xB0000000_00000000L, 0);
    private static final Naming NAMES = member -> member.equals(ADA) ? "Ada" : "Ben";

    private static Bonus bonus(UUID earner, int level, String amount, String currency) {
        return new Bonus(earner, level, new BigDecimal(amount), currency);
    }

    @Test
    void theLargestTotalComesFirstAndCurrenciesAreNeverAdded() {
        List<String> lines = Earnings.top(
                2,
                List.of(
                        bonus(ADA, 1, "0.10", "EUR"),
                        bonus(BEN, 1, "0.25", "EUR"),
                        bonus(ADA, 2, "0.20", "EUR"),
                        bonus(ADA, 1, "0.01", "USD")),
                NAMES);

        assertThat(lines)
                .containsExactly(
                        "     member                               bonuses         total",
                        "  1. Ada · a0000000                             2      0.30 EUR",
                        "  2. Ben · b0000000                             1      0.25 EUR");
    }

    @Test
    void ranksAreBarsWithTheMostFrequentFirst() {
        List<Verdict> verdicts = List.of(new Verdict("Silver"), new Verdict(null), new Verdict(null));

        assertThat(RankBars.of(verdicts))
                .containsExactly(
                        "No rank              2  " + "█".repeat(40), "Silver               1  " + "█".repeat(20));
    }

    @Test
    void aWeekIsShownByLevelWithTheServicesTotal() {
        Week week = new Week(
                new BigDecimal("25.00"),
                3,
                List.of(bonus(ADA, 2, "5.00", "EUR"), bonus(ADA, 1, "10.00", "EUR"), bonus(ADA, 1, "10.00", "EUR")));

        assertThat(WeekPicture.of(week))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("level 1           2 bonuses     20.00 EUR  █"),
                        second -> assertThat(second).startsWith("level 2           1 bonus        5.00 EUR  █"),
                        total -> assertThat(total).isEqualTo("total             3 bonuses     25.00 EUR"));
    }

    @Test
    void aWeekWithoutEarningsIsATotalOfNothing() {
        assertThat(WeekPicture.of(new Week(new BigDecimal("0.00"), 0, null)))
                .containsExactly("total             0 bonuses          0.00");
    }
}
