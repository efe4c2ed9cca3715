package io.upline.service.bonus.distribution.event;

import io.upline.engine.plan.Trigger;
import java.util.Comparator;

/// What an event is the only one of: the trigger's for a source, or for a reference.
public record OnceKey(String triggerType, String key) implements Comparable<OnceKey> {
    private static final Comparator<OnceKey> ORDER =
            Comparator.comparing(OnceKey::triggerType).thenComparing(OnceKey::key);

    static OnceKey ofSource(Trigger trigger, int source) {
        return new OnceKey(trigger.name(), "source:" + (source + 1));
    }

    static OnceKey ofReference(Trigger trigger, String reference) {
        return new OnceKey(trigger.name(), "reference:" + reference);
    }

    @Override
    public int compareTo(OnceKey other) {
        return ORDER.compare(this, other);
    }
}
