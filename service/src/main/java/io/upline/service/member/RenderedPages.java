package io.upline.service.member;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import io.upline.engine.genealogy.Edition;
import io.upline.engine.genealogy.Genealogy;
import io.upline.service.network.Located;
import jakarta.inject.Singleton;
import java.lang.ref.WeakReference;
import java.util.Optional;

/// First pages of flat downlines as they were written last. A page is given again as long as the downline is of the
/// same [Edition], so nothing ever has to be taken out: who joins elsewhere leaves it as it is.
@Singleton
class RenderedPages {
    /// A part of the largest heap: what pages may take of it.
    private static final int HEAP_PART = 32;
    /// About what a page takes beside its bytes.
    private static final int PAGE_BYTES = 200;

    private final Cache<Key, Kept> pages = Caffeine.newBuilder()
            .maximumWeight(Runtime.getRuntime().maxMemory() / HEAP_PART)
            .weigher((Key _, Kept kept) -> kept.page.text().length + PAGE_BYTES)
            .build();
    private final Counter kept = counter("kept");
    private final Counter written = counter("written");

    RenderedPages() {
        Gauge.builder("upline.downline.pages.kept", pages, Cache::estimatedSize)
                .description("First pages of downlines that are kept, about")
                .register(Metrics.globalRegistry);
    }

    private static Counter counter(String answer) {
        return Counter.builder("upline.downline.pages")
                .description("First pages of downlines that were answered")
                .tag("answer", answer)
                .register(Metrics.globalRegistry);
    }

    /// Whose downline, and how much of it.
    private record Key(int member, int limit) {}

    /// @param tree read again after the database went back, when editions begin anew
    private record Kept(WeakReference<Genealogy> tree, Edition edition, RenderedPage page) {
        private boolean isOf(Genealogy current, Optional<Edition> now) {
            return now.isPresent() && tree.refersTo(current) && edition.equals(now.get());
        }
    }

    /// The first `limit` members of a downline. O(limit), and far less when they are kept.
    RenderedPage first(Located at, int limit) {
        var tree = at.tree();
        // Before the edition: whoever joined up to there is on the page.
        var asOf = tree.asOf();
        var edition = tree.edition(at.member());
        var key = new Key(at.member(), limit);
        var known = pages.getIfPresent(key);
        if (known != null && known.isOf(tree, edition)) {
            kept.increment();
            return known.page.asOf(asOf);
        }
        written.increment();
        var page = RenderedPage.after(at, Optional.empty(), limit);
        if (edition.isPresent() && edition.equals(tree.edition(at.member()))) {
            pages.put(key, new Kept(new WeakReference<>(tree), edition.get(), page));
        }
        return page;
    }
}
