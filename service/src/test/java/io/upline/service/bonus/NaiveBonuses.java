package io.upline.service.bonus;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What events pay, in its plainest form: up from parent to parent, by the built-in plan 10, 5, 2, 1.
public final class NaiveBonuses {
    private static final List<BigDecimal> AMOUNTS =
            Stream.of("10.00", "5.00", "2.00", "1.00").map(BigDecimal::new).toList();

    private final List<String> members = new ArrayList<>();
    private final Map<String, @Nullable String> parents = new HashMap<>();
    private final Map<String, BigDecimal> earned = new HashMap<>();
    private final Set<String> paid = new HashSet<>();

    /// What happens to a member; a reference may be empty.
    record Event(String source, String trigger, String reference) {}

    /// What one event is to pay one member.
    public record Due(String earner, BigDecimal amount) {}

    /// In the order in which they joined.
    public List<String> members() {
        return members;
    }

    /// A newcomer.
    ///
    /// @param parent null for a root
    public void join(String member, @Nullable String parent) {
        members.add(member);
        parents.put(member, parent);
    }

    /// Another place.
    public void move(String member, String parent) {
        parents.put(member, parent);
    }

    /// Whom an event pays what by fixed amounts.
    public List<Due> due(String source) {
        return due(source, AMOUNTS);
    }

    /// Whom an event pays these amounts, nearest first.
    public List<Due> due(String source, List<BigDecimal> amounts) {
        var due = new ArrayList<Due>();
        var ancestor = parents.get(source);
        for (var amount : amounts) {
            if (ancestor != null) {
                due.add(new Due(ancestor, amount));
                ancestor = parents.get(ancestor);
            }
        }
        return due;
    }

    void pay(Event event) {
        var once = event.trigger().equals("referral") ? event.source() : event.reference();
        if (!once.isEmpty() && !paid.add(event.trigger() + once)) {
            return;
        }
        due(event.source()).forEach(due -> earned.merge(due.earner, due.amount, BigDecimal::add));
    }

    BigDecimal earned(String member) {
        return earned.getOrDefault(member, new BigDecimal("0.00"));
    }
}
