package io.upline.service.member.downline;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.upline.service.member.text.Renderings;
import io.upline.service.network.Located;
import jakarta.inject.Singleton;
import java.util.Optional;

/// First pages of flat downlines as they were written last.
@Singleton
class RenderedPages {
    private static final String NAME = "upline.downline.pages";
    private static final int HEAP_PART = 32;

    private final Renderings<Key, RenderedPage> pages = new Renderings<>(HEAP_PART, page -> page.text().length);
    private final Counter kept = counter("kept");
    private final Counter written = counter("written");

    RenderedPages() {
        pages.register(NAME, "First pages of downlines");
    }

    private static Counter counter(String answer) {
        return Counter.builder(NAME)
                .description("First pages of downlines that were answered")
                .tag("answer", answer)
                .register(Metrics.globalRegistry);
    }

    /// Whose downline, and how much of it.
    private record Key(int member, int limit) {}

    /// The first `limit` members of a downline. O(limit), and far less when they are kept.
    RenderedPage first(Located at, int limit) {
        var tree = at.tree();
        // Before the edition: whoever joined up to there is on the page.
        var asOf = tree.asOf();
        var edition = tree.edition(at.member());
        var key = new Key(at.member(), limit);
        var known = edition.flatMap(of -> pages.find(key, tree, of));
        if (known.isPresent()) {
            kept.increment();
            return known.get().asOf(asOf);
        }
        written.increment();
        var page = RenderedPage.after(at, Optional.empty(), limit);
        edition.filter(of -> tree.isOf(of, at.member())).ifPresent(of -> pages.keep(key, tree, of, page));
        return page;
    }
}
