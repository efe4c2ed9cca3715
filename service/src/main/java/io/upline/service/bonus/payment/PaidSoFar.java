package io.upline.service.bonus.payment;

import io.upline.service.bonus.life.Payment.Sum;
import io.upline.service.bonus.life.StoredBonus;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How far marking all paid has come: what a chunk hands to the next.
///
/// @param last the last bonus that was looked at
/// @param sums by currency, what was paid
record PaidSoFar(UUID last, Map<String, Sum> sums) {
    private static final String BETWEEN = " ";
    private static final String WITHIN = ":";

    static final PaidSoFar NOTHING = new PaidSoFar(new UUID(0, 0), Map.of());

    PaidSoFar plus(List<StoredBonus> bonuses, Map<String, Sum> paid) {
        var all = new TreeMap<>(sums);
        paid.forEach((currency, sum) -> all.merge(currency, sum, Sum::plus));
        return new PaidSoFar(bonuses.isEmpty() ? last : bonuses.getLast().id(), all);
    }

    long count() {
        return sums.values().stream().mapToLong(Sum::bonuses).sum();
    }

    /// The last bonus, and for each currency a word such as `USD:2:15.00:4.00`.
    String text() {
        return Stream.concat(
                        Stream.of(last.toString()),
                        sums.entrySet().stream().map(sum -> word(sum.getKey(), sum.getValue())))
                .collect(Collectors.joining(BETWEEN));
    }

    private static String word(String currency, Sum sum) {
        return String.join(
                WITHIN,
                currency,
                Integer.toString(sum.bonuses()),
                sum.amount().toPlainString(),
                sum.setOff().toPlainString());
    }

    static PaidSoFar read(String text) {
        var words = text.split(BETWEEN);
        var sums = Stream.of(words)
                .skip(1)
                .map(word -> word.split(WITHIN))
                .collect(Collectors.toMap(sum -> sum[0], PaidSoFar::sum));
        return new PaidSoFar(UUID.fromString(words[0]), sums);
    }

    private static Sum sum(String... word) {
        return new Sum(Integer.parseInt(word[1]), new BigDecimal(word[2]), new BigDecimal(word[3]));
    }
}
