package io.upline.service.bonus.why;

import io.upline.engine.plan.BonusRule;
import io.upline.service.bonus.Bonus;
import io.upline.service.bonus.distribution.event.BonusEvent;
import io.upline.service.bonus.why.PostingTable.Posted;
import io.upline.service.ledger.Amounts;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/// All that explains a bonus.
///
/// @param rule the plan's rule that gave it, as it was in that version
/// @param postings all that was posted for the bonus, in their order
record Explanation(Bonus bonus, BonusEvent event, BonusRule rule, LineThen line, List<Posted> postings) {
    private static final int PERCENT_SHIFT = 2;

    Explanation {
        postings = List.copyOf(postings);
    }

    /// What the percentage comes to before it is rounded; empty for a fixed amount.
    Optional<BigDecimal> exact() {
        var base = bonus.base();
        var rate = bonus.rate();
        return base == null || rate == null
                ? Optional.empty()
                : Optional.of(Amounts.of(base.multiply(rate).movePointLeft(PERCENT_SHIFT), bonus.currency()));
    }

    /// How a percentage is rounded; empty for a fixed amount, which is not.
    Optional<String> rounding() {
        return exact().map(_ -> "half up to %d decimals"
                .formatted(Currency.getInstance(bonus.currency()).getDefaultFractionDigits()));
    }
}
