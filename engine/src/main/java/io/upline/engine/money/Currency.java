package io.upline.engine.money;

import java.util.Optional;

/// A currency: its ISO 4217 code and its scale, the number of decimals that its amounts have.
///
/// [#of] takes the scale from the JDK's ISO 4217 table (USD 2, JPY 0, BHD 3). Two currencies are the same only when
/// both code and scale are.
///
/// @param code  three capital letters
/// @param scale decimals of an amount, from 0 to [#MAX_SCALE]
public record Currency(String code, int scale) {

    /// The most decimals a currency may have (CLF and UYW have 4).
    public static final int MAX_SCALE = 4;

    private static final int CODE_LENGTH = 3;

    /// @throws IllegalArgumentException when the code isn't three capital letters or the scale is out of range
    public Currency {
        if (code.length() != CODE_LENGTH || !code.chars().allMatch(c -> c >= 'A' && c <= 'Z')) {
            throw new IllegalArgumentException("\"" + code + "\" is not a currency code of three capital letters");
        }
        if (scale < 0 || scale > MAX_SCALE) {
            throw new IllegalArgumentException("a currency has 0 to " + MAX_SCALE + " decimals, not " + scale);
        }
    }

    /// The currency of a code that ISO 4217 knows.
    ///
    /// @throws IllegalArgumentException when [#find] knows none
    public static Currency of(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException(faultIn(code)));
    }

    /// The currency of a code, or empty when ISO 4217 has none by it or gives it no decimals (XAU, gold). O(the few
    /// hundred codes there are).
    public static Optional<Currency> find(String code) {
        return java.util.Currency.getAvailableCurrencies().stream()
                .filter(known -> known.getCurrencyCode().equals(code))
                .filter(known -> known.getDefaultFractionDigits() >= 0)
                .map(known -> new Currency(code, known.getDefaultFractionDigits()))
                .findAny();
    }

    @Override
    public String toString() {
        return code;
    }

    private static String faultIn(String code) {
        return "\"" + code + "\" is not a currency that ISO 4217 knows; write a code such as USD, EUR or JPY";
    }
}
