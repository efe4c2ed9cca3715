package io.upline.service.bonus.money;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.upline.service.bonus.NaiveBonuses.Due;
import io.upline.service.bonus.money.NaiveAccounts.Bonus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// An event with its bonuses, and how much of it is refunded.
final class NaiveEvent {
    private static final BigDecimal TWO_CENTS = new BigDecimal("0.02");

    private final NaiveAccounts accounts;
    private final String id;
    private final String body;
    private final BigDecimal amount;
    private final List<Bonus> bonuses = new ArrayList<>();
    private BigDecimal refunded = BigDecimal.ZERO;

    /// An event that has just happened: the service has to have paid what is due, and nothing else.
    NaiveEvent(NaiveAccounts accounts, String body, List<Due> due, JsonNode said) {
        this.accounts = accounts;
        this.id = said.path("event_id").asText();
        this.body = body;
        this.amount = said.path("amount").decimalValue();
        for (var bonus : said.path("bonuses")) {
            bonuses.add(new Bonus(
                    bonus.path("id").asText(),
                    bonus.path("user_id").asText(),
                    bonus.path("amount").decimalValue(),
                    bonus.path("held_until").isNull() ? "payable" : "held"));
            accounts.earn(bonuses.getLast());
        }
        var paid = bonuses.stream()
                .map(bonus -> new Due(bonus.earner(), bonus.amount()))
                .toList();
        assertThat(paid)
                .as(body)
                .isEqualTo(due.stream().filter(any -> any.amount().signum() > 0).toList());
    }

    String id() {
        return id;
    }

    String body() {
        return body;
    }

    List<Bonus> bonuses() {
        return bonuses;
    }

    BigDecimal left() {
        return amount.subtract(refunded);
    }

    /// Takes the answer to a refund of a part. All bonuses together give back the rounded share, and each its own but
    /// for the cents that go where most is due, and that what was taken once is never given back.
    void refund(BigDecimal part, JsonNode said) {
        refunded = refunded.add(part);
        var exact = share(bonuses.stream().map(Bonus::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
        for (var taken : said.path("reversed")) {
            var bonus = bonus(taken.path("bonus_id").asText());
            assertThat(taken.path("from").asText()).as(body).isEqualTo(NaiveAccounts.origin(bonus));
            accounts.takeBack(bonus, taken.path("amount").decimalValue());
        }
        for (var bonus : bonuses) {
            assertThat(bonus.rest()).as(body).isNotNegative();
            assertThat(bonus.reversed().subtract(share(bonus.amount())).abs())
                    .as(body)
                    .isLessThan(TWO_CENTS);
        }
        var reversed = bonuses.stream().map(Bonus::reversed).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(reversed).as(body).isEqualByComparingTo(exact.setScale(2, RoundingMode.HALF_UP));
        see(said);
    }

    private BigDecimal share(BigDecimal whole) {
        return whole.multiply(refunded).divide(amount, 20, RoundingMode.HALF_UP);
    }

    private Bonus bonus(String bonusId) {
        return bonuses.stream()
                .filter(bonus -> bonus.id().equals(bonusId))
                .findFirst()
                .orElseThrow();
    }

    /// Holds what is said of its bonuses against what they are.
    void see(JsonNode said) {
        assertThat(said.path("event_id").asText()).isEqualTo(id);
        assertThat(said.path("bonuses")).hasSize(bonuses.size());
        for (var one : said.path("bonuses")) {
            var bonus = bonus(one.path("id").asText());
            assertThat(one.path("status").asText()).as(body).isEqualTo(bonus.status());
            assertThat(one.path("reversed_amount").decimalValue()).as(body).isEqualByComparingTo(bonus.reversed());
        }
    }
}
