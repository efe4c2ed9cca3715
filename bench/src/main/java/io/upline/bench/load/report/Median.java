package io.upline.bench.load.report;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// The middle of several rounds.
public final class Median {
    private Median() {}

    /// The median of a figure of each round; of an even number the upper one.
    public static <T> double of(List<T> rounds, ToDoubleFunction<T> figure) {
        return rounds.stream()
                .mapToDouble(figure)
                .sorted()
                .skip(rounds.size() / 2)
                .findFirst()
                .orElseThrow();
    }
}
