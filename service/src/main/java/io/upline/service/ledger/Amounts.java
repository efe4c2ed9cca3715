package io.upline.service.ledger;

import io.upline.engine.money.Money;
import java.math.BigDecimal;
import java.util.Currency;

/// Brings amounts back from the tables, whose columns have the same number of decimals for every currency.
public final class Amounts {
    private Amounts() {}

    /// The amount with the currency's decimals; with more only where it has more, so nothing is ever rounded.
    public static BigDecimal of(BigDecimal stored, String currency) {
        var exact = stored.stripTrailingZeros();
        return exact.setScale(Math.max(decimals(currency), exact.scale()));
    }

    /// The amount as money.
    ///
    /// @throws IllegalArgumentException when it has more decimals than the currency
    public static Money money(BigDecimal stored, String currency) {
        return Money.of(new io.upline.engine.money.Currency(currency, decimals(currency)), stored);
    }

    private static int decimals(String currency) {
        return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    }
}
