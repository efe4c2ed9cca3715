package io.upline.service.bonus.distribution.event;

import io.upline.service.bonus.Bonus;
import java.math.BigDecimal;
import java.util.List;

/// An event with what it paid.
///
/// @param repeated whether it had been paid before it was asked for
public record Distribution(BonusEvent event, List<Bonus> bonuses, boolean repeated) {
    /// The same, told to whoever asks for it once more.
    public Distribution again() {
        return new Distribution(event, bonuses, true);
    }

    /// What was paid in all, with the currency's decimals.
    public BigDecimal total() {
        return bonuses.stream().map(Bonus::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
