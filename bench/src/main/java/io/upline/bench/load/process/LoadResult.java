package io.upline.bench.load.process;

import java.util.regex.Pattern;

/// What came of a load; every answer was a 200.
///
/// @param answers how many came
/// @param seconds from the first request to the last answer
/// @param p50Millis the median time of an answer
/// @param p99Millis the time that one in a hundred took longer than
/// @param maxMillis the longest
public record LoadResult(long answers, double seconds, double p50Millis, double p99Millis, double maxMillis) {
    private static final Pattern LINE = Pattern.compile(
            "(?s).*^result answers=(\\d+) seconds=([\\d.]+) p50=(\\d+) p99=(\\d+) max=(\\d+) failures=(\\d+)$.*",
            Pattern.MULTILINE);
    private static final double MICROS_PER_MILLI = 1_000;

    /// Answers a second.
    public double perSecond() {
        return answers / seconds;
    }

    /// Reads what the script printed.
    ///
    /// @throws IllegalStateException when there is no result in it, or a request failed
    static LoadResult of(String output) {
        var match = LINE.matcher(output);
        if (!match.matches() || !match.group(6).equals("0")) {
            throw new IllegalStateException("The load failed:\n" + output);
        }
        return new LoadResult(
                Long.parseLong(match.group(1)),
                Double.parseDouble(match.group(2)),
                millis(match.group(3)),
                millis(match.group(4)),
                millis(match.group(5)));
    }

    private static double millis(String micros) {
        return Long.parseLong(micros) / MICROS_PER_MILLI;
    }
}
