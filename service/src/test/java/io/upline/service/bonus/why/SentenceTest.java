package io.upline.service.bonus.why;

import static org.assertj.core.api.Assertions.assertThat;

import io.upline.engine.genealogy.Line;
import io.upline.engine.money.Currency;
import io.upline.engine.money.Money;
import io.upline.engine.money.Percent;
import io.upline.engine.plan.BonusRule;
import io.upline.engine.plan.BonusRule.FixedPerLevel;
import io.upline.engine.plan.BonusRule.PercentPerLevel;
import io.upline.engine.plan.Compression;
import io.upline.service.bonus.Bonus;
import io.upline.service.bonus.BonusStatus;
import io.upline.service.bonus.distribution.event.BonusEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Worked examples of the sentence.
class SentenceTest {
    private static final UUID EARNER = UUID.fromString("00000000-0000-4000-8000-0000000000ea");
    private static final UUID SOURCE = UUID.fromString("00000000-0000-4000-8000-000000000050");
    private static final Currency USD = Currency.of("USD");
    private static final long EARNED = micros("2026-11-22T23:59:59.999999Z");

    private static final BonusRule PERCENTS = new PercentPerLevel(
            "purchase", Line.PLACEMENT, Compression.STANDARD, List.of(Percent.of("10"), Percent.of("2.5")));
    private static final BonusRule AMOUNTS = new FixedPerLevel(
            "referral", Line.SPONSOR, Compression.NONE, List.of(Money.of(USD, "10"), Money.of(USD, "5")));

    private static long micros(String time) {
        return TimeUnit.MILLISECONDS.toMicros(Instant.parse(time).toEpochMilli());
    }

    private static BonusEvent event(String trigger, @Nullable String reference, @Nullable String amount) {
        return new BonusEvent(
                new UUID(0, 7),
                trigger,
                SOURCE,
                reference,
                amount == null ? null : new BigDecimal(amount),
                "USD",
                3,
                12,
                EARNED);
    }

    private static Bonus bonus(BonusEvent event, BonusRule rule, int level, String amount) {
        var rate = rule instanceof PercentPerLevel percent ? percent.percents().get(level - 1) : null;
        return new Bonus(
                new UUID(0, 8),
                EARNER,
                SOURCE,
                level,
                new BigDecimal(amount),
                event.triggerType(),
                new BigDecimal("0.00"),
                BonusStatus.PENDING,
                EARNED,
                null,
                null,
                event.id(),
                rule.name(),
                rule.line().name().toLowerCase(Locale.ROOT),
                rate == null ? null : event.amount(),
                rate == null ? null : rate.value(),
                "USD",
                3);
    }

    private static String sentence(BonusEvent event, Bonus bonus, BonusRule rule, String line) {
        var then = LineThenTest.line(line, rule.compression());
        return Sentence.of(new Explanation(bonus, event, rule, then, List.of()))
                .replace(EARNER.toString(), "X")
                .replace(SOURCE.toString(), "Y");
    }

    @Test
    void aPercentageOfAnOrderTwoLevelsUp() {
        var event = event("purchase", "A-17", "100.00");
        assertThat(sentence(event, bonus(event, PERCENTS, 2, "2.50"), PERCENTS, ".."))
                .isEqualTo("User X earned 2.50 USD because of user Y, who stood two levels below by placement: "
                        + "a purchase of 100.00 USD (reference \"A-17\") on 2026-11-22, for which rule \"purchase\" "
                        + "of plan version 3 pays 2.5 % at level 2; it is yet to be paid.");
    }

    @Test
    void aFixedAmountAlongTheSponsorLine() {
        var event = event("referral", null, null);
        assertThat(sentence(event, bonus(event, AMOUNTS, 1, "10.00"), AMOUNTS, "."))
                .isEqualTo("User X earned 10.00 USD because of user Y, who stood directly below by sponsorship: "
                        + "a referral on 2026-11-22, for which rule \"referral\" of plan version 3 pays 10.00 USD "
                        + "at level 1; it is yet to be paid.");
    }

    @Test
    void aTriggerOfSeveralWords() {
        var event = event("early_order", null, "7.00");
        assertThat(sentence(event, bonus(event, AMOUNTS, 1, "10.00"), AMOUNTS, "."))
                .contains(": an early order of 7.00 USD on 2026-11-22, ");
    }

    @Test
    void aRoundedPercentage() {
        var event = event("purchase", null, "19.99");
        assertThat(sentence(event, bonus(event, PERCENTS, 1, "2.00"), PERCENTS, "."))
                .contains("pays 10 % at level 1, 1.999 USD before rounding half up; ");
    }

    @Test
    void suspendedMembersWhoWerePassedOver() {
        var event = event("purchase", null, "10.00");
        assertThat(sentence(event, bonus(event, PERCENTS, 1, "1.00"), PERCENTS, "s."))
                .contains("who stood two levels below", "; one suspended member between them was passed over; ");
        assertThat(sentence(event, bonus(event, PERCENTS, 1, "1.00"), PERCENTS, "sssssssssss."))
                .contains("who stood 12 levels below", "; 11 suspended members between them were passed over; ");
    }

    @Test
    void aLineThatTheLogDoesNotShow() {
        var event = event("purchase", null, "10.00");
        assertThat(sentence(event, bonus(event, PERCENTS, 1, "1.00"), PERCENTS, ""))
                .contains("user Y, whom the log doesn't show below them by placement as of then: a purchase");
    }
}
