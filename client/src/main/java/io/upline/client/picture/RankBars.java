package io.upline.client.picture;

import io.upline.client.network.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How many members hold each rank, as bars; the most frequent first.
public final class RankBars {
    private static final int NAME = 16;
    private static final int COUNT = 6;
    private static final int BAR = 60;

    private RankBars() {}

    /// One line for each rank that occurs.
    public static List<String> of(List<Verdict> verdicts) {
        Map<String, Long> counts = verdicts.stream()
                .map(Verdict::name)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> line(entry.getKey(), entry.getValue(), verdicts.size()))
                .toList();
    }

    private static String line(String rank, long count, long all) {
        return Columns.left(rank, NAME) + Columns.count(count, COUNT) + "  " + Columns.bar(count, all, BAR);
    }
}
