package io.upline.service.member.downline;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.upline.engine.genealogy.Edition;
import io.upline.service.document.DocumentName;
import io.upline.service.document.DocumentName.Kind;
import io.upline.service.document.SharedDocuments;
import io.upline.service.member.text.Renderings;
import io.upline.service.network.Located;
import io.upline.service.platform.settings.Settings;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Nested downlines of all levels: as they were written last by this replica or, when they are large, by another.
@Singleton
class RenderedDownlines {
    private static final String NAME = "upline.downline.nested";
    private static final int HEAP_PART = 16;
    /// A smaller one is written faster than it is asked for.
    private static final int ASKED_MEMBERS = 500;

    private final SharedDocuments shared;
    private final int maxMembers;
    private final Renderings<Integer, RenderedDownline> downlines =
            new Renderings<>(HEAP_PART, downline -> downline.json().length);
    private final Counter kept = counter("kept");
    private final Counter found = counter("shared");
    private final Counter written = counter("written");

    RenderedDownlines(SharedDocuments shared, Settings settings) {
        this.shared = shared;
        this.maxMembers = settings.downlineMaxMembers();
        downlines.register(NAME, "Nested downlines");
    }

    private static Counter counter(String answer) {
        return Counter.builder(NAME)
                .description("Nested downlines of all levels that were answered: kept here, found in Redis, or written")
                .tag("answer", answer)
                .register(Metrics.globalRegistry);
    }

    /// A downline, and up to which place in the log it tells.
    record AsOf(RenderedDownline downline, long seq) {}

    /// All levels that fit, where they are kept. O(1), and waits for nobody.
    Optional<AsOf> kept(Located at) {
        // Before the edition: whoever joined up to there is in it.
        var asOf = at.tree().asOf();
        return at.tree().edition(at.member()).flatMap(edition -> kept(at, asOf, edition));
    }

    private Optional<AsOf> kept(Located at, long asOf, Edition edition) {
        var known = downlines.find(at.member(), at.tree(), edition);
        known.ifPresent(downline -> {
            kept.increment();
            share(at, asOf, edition, downline);
        });
        return known.map(downline -> new AsOf(downline, asOf));
    }

    /// All levels that fit, which are not kept. O(members in them). Waits for Redis at most for
    /// [io.upline.service.platform.redis.Redis#PATIENCE].
    AsOf of(Located at) {
        var asOf = at.tree().asOf();
        var edition = at.tree().edition(at.member());
        var downline = edition.isPresent() ? fresh(at, asOf, edition.get()) : written(at);
        return new AsOf(downline, asOf);
    }

    private RenderedDownline fresh(Located at, long asOf, Edition edition) {
        var others = edition.members() < ASKED_MEMBERS ? Optional.<RenderedDownline>empty() : findShared(at);
        var downline = others.orElseGet(() -> written(at));
        if (isStill(edition, at)) {
            downlines.keep(at.member(), at.tree(), edition, downline);
            share(at, asOf, edition, downline);
        }
        return downline;
    }

    private static boolean isStill(Edition edition, Located at) {
        return at.tree().isOf(edition, at.member());
    }

    private Optional<RenderedDownline> findShared(Located at) {
        var downline =
                shared.find(Kind.DOWNLINE, at).join().flatMap(document -> RenderedDownline.of(document, maxMembers));
        downline.ifPresent(_ -> found.increment());
        return downline;
    }

    private RenderedDownline written(Located at) {
        written.increment();
        return RenderedDownline.of(at, DownlineResource.MAX_LEVELS, maxMembers);
    }

    private void share(Located at, long asOf, Edition edition, RenderedDownline downline) {
        var name = new DocumentName(Kind.DOWNLINE, at.tree().userId(at.member()));
        if (shared.isWanted(name) && isStill(edition, at)) {
            shared.offer(name, downline.document(at.tree(), asOf, edition, maxMembers));
        }
    }
}
