package io.upline.service.bonus;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The built-in plan in its plainest form: up from parent to parent, 10, 5, 2, 1.
final class NaiveBonuses {
    private static final List<String> AMOUNTS = List.of("10.00", "5.00", "2.00", "1.00");

    private final List<String> members = new ArrayList<>();
    private final Map<String, @Nullable String> parents = new HashMap<>();
    private final Map<String, BigDecimal> earned = new HashMap<>();
    private final Set<String> paid = new HashSet<>();

    /// What happens to a member; a reference may be empty.
    record Event(String source, String trigger, String reference) {}

    List<String> members() {
        return members;
    }

    void join(String member, @Nullable String parent) {
        members.add(member);
        parents.put(member, parent);
    }

    void pay(Event event) {
        var once = event.trigger().equals("referral") ? event.source() : event.reference();
        if (!once.isEmpty() && !paid.add(event.trigger() + once)) {
            return;
        }
        var ancestor = parents.get(event.source());
        for (var amount : AMOUNTS) {
            if (ancestor == null) {
                return;
            }
            earned.merge(ancestor, new BigDecimal(amount), BigDecimal::add);
            ancestor = parents.get(ancestor);
        }
    }

    BigDecimal earned(String member) {
        return earned.getOrDefault(member, new BigDecimal("0.00"));
    }
}
