package io.upline.service.member.text;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import io.upline.engine.genealogy.Edition;
import io.upline.engine.genealogy.Genealogy;
import java.lang.ref.WeakReference;
import java.util.Optional;
import java.util.function.ToIntFunction;

/// Downlines as they were written last, by weight. One is given again as long as the downline is of the same
/// [Edition], so nothing ever has to be taken out: who joins elsewhere leaves it as it is.
///
/// @param <K> whose downline, and how much of it
/// @param <V> how it was written; never changed
public final class Renderings<K, V> {
    /// About what one takes beside its bytes.
    private static final int ENTRY_BYTES = 200;

    private final Cache<K, Kept<V>> kept;

    /// @param heapPart how many times all of them may fit into the largest heap
    public Renderings(int heapPart, ToIntFunction<V> bytes) {
        kept = Caffeine.newBuilder()
                .maximumWeight(Runtime.getRuntime().maxMemory() / heapPart)
                .weigher((K _, Kept<V> entry) -> bytes.applyAsInt(entry.value) + ENTRY_BYTES)
                .build();
    }

    /// @param tree read again after the database went back, when members get other indexes
    private record Kept<V>(WeakReference<Genealogy> tree, Edition edition, V value) {}

    /// Shows how many there are and what they weigh.
    public void register(String name, String description) {
        Gauge.builder(name + ".kept", kept, Cache::estimatedSize)
                .description(description + " that are kept, about")
                .register(Metrics.globalRegistry);
        Gauge.builder(name + ".kept.bytes", kept, Renderings::weight)
                .description("What they take of the heap, about")
                .baseUnit("bytes")
                .register(Metrics.globalRegistry);
    }

    private static double weight(Cache<?, ?> cache) {
        return cache.policy()
                .eviction()
                .map(eviction -> eviction.weightedSize().orElse(0))
                .orElse(0L);
    }

    /// What was kept of this edition. O(1).
    public Optional<V> find(K key, Genealogy tree, Edition edition) {
        var known = kept.getIfPresent(key);
        return known != null && known.tree.refersTo(tree) && known.edition.equals(edition)
                ? Optional.of(known.value)
                : Optional.empty();
    }

    /// Keeps what was read while the downline was of this edition.
    public void keep(K key, Genealogy tree, Edition edition, V value) {
        kept.put(key, new Kept<>(new WeakReference<>(tree), edition, value));
    }
}
