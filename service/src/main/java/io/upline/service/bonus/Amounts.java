package io.upline.service.bonus;

import java.math.BigDecimal;
import java.util.Currency;

/// Brings amounts back from the tables, whose columns have the same number of decimals for every currency.
public final class Amounts {
    private Amounts() {}

    /// The amount with the currency's decimals; with more only where it has more, so nothing is ever rounded.
    public static BigDecimal of(BigDecimal stored, String currency) {
        var decimals = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        var exact = stored.stripTrailingZeros();
        return exact.setScale(Math.max(decimals, exact.scale()));
    }
}
