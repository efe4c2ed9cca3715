package io.upline.service.document;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.upline.engine.genealogy.Genealogy;
import io.upline.service.network.Located;
import io.upline.service.network.Network;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.redis.Messages;
import io.upline.service.platform.redis.Redis;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/// Rendered documents that replicas share, and that other services read. What is found here is what this replica's
/// own tree says; what lies in Redis and is not any more what the tree says is removed within a second.
///
/// Nothing here fails a request, and only [#find] lets one wait, no longer than [Redis#PATIENCE].
@ApplicationScoped
public class SharedDocuments {
    private static final Logger LOG = Logger.getLogger(SharedDocuments.class);
    private static final long SWEEP_MS = 100;
    /// Most documents that are on their way to Redis; whatever else there is waits for its next reader.
    private static final int MOST_ON_THE_WAY = 64;
    /// Most bytes of them together.
    private static final long MOST_BYTES_ON_THE_WAY = 64L << 20;
    /// Largest document that is shared.
    private static final int MOST_BYTES = 16 << 20;
    /// Largest document that a request asks for: a larger one is written here before it would arrive.
    private static final int ASKED_BYTES = 1 << 20;
    /// Announcements may be on the way for so many looks at the documents; then they are taken for lost.
    private static final int DEAF_SWEEPS = 5;
    /// Removed in one step, during which Redis answers nobody.
    private static final int REMOVED_AT_ONCE = 500;

    private final Redis redis;
    private final Network network;
    private final DocumentStore store;
    private final WrittenDocuments written = new WrittenDocuments();
    private final Announcements announcements = new Announcements(written);
    private final DocumentMeters meters = new DocumentMeters(written);
    private final Set<DocumentName> onTheWay = ConcurrentHashMap.newKeySet();
    private final AtomicLong bytesOnTheWay = new AtomicLong();
    private final AtomicBoolean isBusy = new AtomicBoolean();
    /// How often Redis was found.
    private final AtomicInteger found = new AtomicInteger();
    /// What is in Redis is not believed before all of it was removed once.
    private volatile boolean isBelieved;
    private WeakReference<Genealogy> swept = new WeakReference<>(null);
    /// How often in a row something was missing of what was said.
    private int deaf;
    private volatile boolean open = true;

    SharedDocuments(Redis redis, Network network) {
        this.redis = redis;
        this.network = network;
        this.store = new DocumentStore(redis);
    }

    void start(@Observes StartupEvent event, Vertx vertx) {
        if (redis.isConfigured()) {
            redis.connect(new Heard());
            vertx.setPeriodic(SWEEP_MS, timer -> sweepAside());
        }
    }

    void stop(@Observes ShutdownEvent event) {
        open = false;
    }

    /// The document of a member, if it lies in Redis and says what the tree says. Only what is known to be right is
    /// asked for.
    public CompletableFuture<Optional<Document>> find(DocumentName.Kind kind, Located at) {
        var name = new DocumentName(kind, at.tree().userId(at.member()));
        var isThere = isBelieved
                && written.get(name)
                        .filter(listed -> listed.bytes() <= ASKED_BYTES)
                        .filter(listed -> listed.mark().isOf(at.tree(), at.member()))
                        .isPresent();
        return isThere
                ? store.read(name)
                        .thenApply(
                                read -> read.filter(document -> document.mark().isOf(at.tree(), at.member())))
                : CompletableFuture.completedFuture(Optional.empty());
    }

    /// Whether a document of that name would be taken. O(1).
    public boolean isWanted(DocumentName name) {
        return isBelieved
                && redis.isThere()
                && !written.has(name)
                && onTheWay.size() < MOST_ON_THE_WAY
                && written.hasRoomFor(0);
    }

    /// Writes a document that is wanted, some time soon. Nothing happens where it can't be done.
    public void offer(DocumentName name, Document document) {
        var size = document.json().length;
        if (size > MOST_BYTES
                || bytesOnTheWay.get() + size > MOST_BYTES_ON_THE_WAY
                || !written.hasRoomFor(size)
                || !onTheWay.add(name)) {
            return;
        }
        bytesOnTheWay.addAndGet(size);
        var _ = store.write(name, document).whenComplete((isWritten, failure) -> {
            bytesOnTheWay.addAndGet(-size);
            onTheWay.remove(name);
            if (failure == null) {
                meters.offered(isWritten);
            }
        });
    }

    private final class Heard implements Messages {
        @Override
        public String channel() {
            return DocumentStore.CHANNEL;
        }

        @Override
        public void found() {
            found.incrementAndGet();
            isBelieved = false;
        }

        @Override
        public void said(String message) {
            announcements.hear(message);
        }
    }

    private void sweepAside() {
        if (open && redis.isThere() && isBusy.compareAndSet(false, true)) {
            Thread.ofVirtual().name("documents").start(this::sweep);
        }
    }

    private void sweep() {
        try {
            sweep(network.genealogy());
        } catch (CompletionException | Problem e) {
            LOG.debug("Redis does not answer, or there is no tree: documents are looked at again later.", e);
        } finally {
            isBusy.set(false);
        }
    }

    private void sweep(Genealogy tree) {
        if (isBelieved && swept.refersTo(tree)) {
            removeStale(tree);
        } else {
            purge(tree);
        }
    }

    /// Redis was found just now, or the network was read again: perhaps the database went back in time.
    private void purge(Genealogy tree) {
        isBelieved = false;
        var before = found.get();
        store.purge(tree.asOf());
        swept = new WeakReference<>(tree);
        isBelieved = true;
        if (found.get() != before) {
            isBelieved = false;
        }
    }

    private void removeStale(Genealogy tree) {
        var asOf = tree.asOf();
        var stale = new ArrayList<WrittenDocuments.Stale>();
        written.forEachStale(tree, stale::add);
        for (var first = 0; first == 0 || first < stale.size(); first += REMOVED_AT_ONCE) {
            var heard = announcements.version();
            var some = stale.subList(first, Math.min(first + REMOVED_AT_ONCE, stale.size()));
            listen(heard, store.remove(asOf, some));
        }
        meters.removed(stale.size());
    }

    /// Makes sure that nothing was missed of what was said.
    ///
    /// @param heard the version of the list that was announced before Redis was asked for it
    private void listen(long heard, long version) {
        if (version < heard) {
            // Flushed, or as it was before: another list than the one that was announced.
            isBelieved = false;
        } else if (announcements.isComplete(version)) {
            deaf = 0;
        } else if (++deaf > DEAF_SWEEPS) {
            announcements.replace(store.list());
            deaf = 0;
        }
    }
}
