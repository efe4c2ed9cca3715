package io.upline.service.adjustment;

import io.upline.engine.genealogy.Genealogy;
import io.upline.engine.ledger.Adjustment.Direction;
import io.upline.engine.money.Currency;
import io.upline.engine.money.Money;
import io.upline.service.network.rule.Nameless;
import io.upline.service.platform.http.json.JsonBody;
import io.upline.service.platform.http.problem.Shown;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// An adjustment as it was asked for.
///
/// @param amount more than zero, in the plan's currency
/// @param reason names no member: it stays when one is forgotten
record AdjustmentRequest(UUID userId, Direction direction, Money amount, String reason) {
    private static final String USER_ID = "user_id";
    private static final String KIND = "kind";
    private static final String AMOUNT = "amount";
    private static final String CURRENCY = "currency";
    private static final String REASON = "reason";

    static final String[] FIELDS = {USER_ID, KIND, AMOUNT, CURRENCY, REASON};

    private static final int WORD_CHARS = 20;
    private static final int REASON_CHARS = 500;

    /// Reads and checks a body.
    ///
    /// @param currency the plan's
    /// @throws io.upline.service.platform.http.problem.Problem 422 with every wrong field
    static AdjustmentRequest read(JsonBody body, Currency currency, Genealogy tree) {
        var userId = body.uuid(USER_ID);
        var direction = direction(body);
        var amount = body.decimal(AMOUNT);
        amount.flatMap(written -> faultIn(currency, written)).ifPresent(fault -> body.error(AMOUNT, fault));
        requireCurrency(body, currency);
        var reason = body.visibleText(REASON, REASON_CHARS);
        Nameless.check(body, REASON, reason, tree);
        body.check();
        return new AdjustmentRequest(userId, direction, Money.of(currency, amount.orElseThrow()), reason);
    }

    private static Direction direction(JsonBody body) {
        var word = body.text(KIND, WORD_CHARS);
        return Arrays.stream(Direction.values())
                .filter(direction -> word(direction).equals(word))
                .findFirst()
                .orElseGet(() -> {
                    if (!word.isEmpty()) {
                        body.error(KIND, "kind is \"%s\"; write credit or debit.".formatted(Shown.shortened(word)));
                    }
                    return Direction.CREDIT;
                });
    }

    /// As it is written in requests, in replies and in the database.
    static String word(Direction direction) {
        return direction.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<String> faultIn(Currency currency, BigDecimal amount) {
        return amount.signum() <= 0
                ? Optional.of("amount is not above zero; write how much, and as the kind which way.")
                : Money.faultIn(currency, amount).map(fault -> "amount: " + fault + ".");
    }

    private static void requireCurrency(JsonBody body, Currency currency) {
        body.optionalText(CURRENCY, WORD_CHARS)
                .filter(written -> !written.equals(currency.code()))
                .ifPresent(written -> body.error(
                        CURRENCY,
                        "currency is \"%s\"; the plan's is %s. Write that, or leave it out."
                                .formatted(Shown.shortened(written), currency)));
    }
}
