package io.upline.service.bonus.distribution.event;

import java.util.Comparator;

/// What an event is the only one of: the trigger's for a source, or for a reference.
public record OnceKey(String triggerType, String key) implements Comparable<OnceKey> {
    private static final Comparator<OnceKey> ORDER =
            Comparator.comparing(OnceKey::triggerType).thenComparing(OnceKey::key);

    static OnceKey ofSource(String triggerType, int source) {
        return new OnceKey(triggerType, "source:" + (source + 1));
    }

    static OnceKey ofReference(String triggerType, String reference) {
        return new OnceKey(triggerType, "reference:" + reference);
    }

    @Override
    public int compareTo(OnceKey other) {
        return ORDER.compare(this, other);
    }
}
