package io.upline.service.bonus.distribution;

import io.upline.service.bonus.Bonus;
import java.math.BigDecimal;
import java.util.List;

/// An event with what it paid.
///
/// @param repeated whether it had been paid before it was asked for
record Distribution(BonusEvent event, List<Bonus> bonuses, boolean repeated) {
    Distribution again() {
        return new Distribution(event, bonuses, true);
    }

    /// What was paid in all, with the currency's decimals.
    BigDecimal total() {
        return bonuses.stream().map(Bonus::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
