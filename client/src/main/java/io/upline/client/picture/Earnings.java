package io.upline.client.picture;

import io.upline.client.network.Bonus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Who earned most: members with their number of bonuses and the total, the largest total first.
public final class Earnings {
    private static final int PLACE = 4;
    private static final int BONUSES = 9;
    private static final int TOTAL = 14;

    private record Earner(UUID member, String unit) {}

    private record Sum(long count, BigDecimal total) {
        Sum plus(Sum other) {
            return new Sum(count + other.count, total.add(other.total));
        }
    }

    private Earnings() {}

    /// The heading and at most `places` lines. Money of different currencies is never added.
    public static List<String> top(int places, List<Bonus> bonuses, Naming naming) {
        List<String> lines = new ArrayList<>();
        lines.add(line("", "member", "bonuses", "total"));
        for (Map.Entry<Earner, Sum> entry :
                largestFirst(bonuses).stream().limit(places).toList()) {
            String label = naming.label(entry.getKey().member());
            Sum sum = entry.getValue();
            String money = sum.total().toPlainString() + " " + entry.getKey().unit();
            lines.add(line(lines.size() + ".", label, Long.toString(sum.count()), money.strip()));
        }
        return List.copyOf(lines);
    }

    private static List<Map.Entry<Earner, Sum>> largestFirst(List<Bonus> bonuses) {
        Map<Earner, Sum> sums = new LinkedHashMap<>();
        for (Bonus bonus : bonuses) {
            sums.merge(new Earner(bonus.userId(), bonus.unit()), new Sum(1, bonus.amount()), Sum::plus);
        }
        return sums.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Earner, Sum> entry) ->
                                entry.getValue().total())
                        .reversed())
                .toList();
    }

    private static String line(String place, String member, String bonuses, String total) {
        return Columns.right(place, PLACE)
                + " "
                + Columns.left(member, Columns.LABEL - PLACE - 1)
                + Columns.right(bonuses, BONUSES)
                + Columns.right(total, TOTAL);
    }
}
