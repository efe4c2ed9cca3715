package io.upline.client.picture;

import io.upline.client.network.Bonus;
import io.upline.client.network.Week;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A member's week: how many bonuses from how deep, and the total.
public final class WeekPicture {
    private static final int LEVEL = 12;
    private static final int BONUSES = 7;
    private static final int AMOUNT = 14;
    private static final int BAR = 40;

    private WeekPicture() {}

    /// One line for each level that something was earned from, and the total.
    public static List<String> of(Week week) {
        List<String> lines = new ArrayList<>();
        String unit = week.earned().stream().findFirst().map(Bonus::unit).orElse("");
        byLevel(week.earned()).forEach((level, bonuses) -> lines.add(level(level, bonuses, unit, week.count())));
        lines.add(line("total", week.count(), week.totalBonus(), unit));
        return List.copyOf(lines);
    }

    private static Map<Integer, List<Bonus>> byLevel(List<Bonus> bonuses) {
        return bonuses.stream().collect(Collectors.groupingBy(Bonus::level, TreeMap::new, Collectors.toList()));
    }

    private static String level(int level, List<Bonus> bonuses, String unit, long all) {
        BigDecimal total = bonuses.stream().map(Bonus::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return line("level " + level, bonuses.size(), total, unit) + "  " + Columns.bar(bonuses.size(), all, BAR);
    }

    private static String line(String what, long count, BigDecimal amount, String unit) {
        String money = (amount.toPlainString() + " " + unit).strip();
        return Columns.left(what, LEVEL)
                + Columns.count(count, BONUSES)
                + (count == 1 ? " bonus  " : " bonuses")
                + Columns.right(money, AMOUNT);
    }
}
