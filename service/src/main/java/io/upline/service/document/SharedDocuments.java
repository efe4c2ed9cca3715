package io.upline.service.document;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.upline.engine.genealogy.Genealogy;
import io.upline.service.network.Located;
import io.upline.service.network.Network;
import io.upline.service.platform.http.Problem;
import io.upline.service.platform.redis.Messages;
import io.upline.service.platform.redis.Redis;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

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
    /// Largest document that is shared.
    private static final int MOST_BYTES = 16 << 20;
    /// Removed in one step, during which Redis answers nobody.
    private static final int REMOVED_AT_ONCE = 500;

    private final Redis redis;
    private final Network network;
    private final DocumentStore store;
    private final WrittenDocuments written = new WrittenDocuments();
    private final DocumentMeters meters = new DocumentMeters(written);
    private final Set<DocumentName> onTheWay = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean isBusy = new AtomicBoolean();
    /// How often Redis was found.
    private final AtomicInteger found = new AtomicInteger();
    /// What is in Redis is not believed before all of it was removed once.
    private volatile boolean isBelieved;
    private long messages;
    private @Nullable Genealogy swept;
    private long sweptAsOf;
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

    /// The document of a member, if it lies in Redis and says what the tree says.
    public CompletableFuture<Optional<Document>> find(DocumentName.Kind kind, Located at) {
        if (!isBelieved) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        var name = new DocumentName(kind, at.tree().userId(at.member()));
        return store.read(name)
                .thenApply(found -> found.filter(document -> document.mark().isOf(at.tree(), at.member())));
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
        if (size > MOST_BYTES || !written.hasRoomFor(size) || !onTheWay.add(name)) {
            return;
        }
        var _ = store.write(name, document).whenComplete((isWritten, failure) -> {
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
            hear(message.split(" ", 4));
        }
    }

    private synchronized void hear(String[] words) {
        messages++;
        switch (words[0]) {
            case "written" ->
                DocumentName.ofKey(words[1])
                        .ifPresent(name -> DocumentMark.parse(words[3])
                                .ifPresent(mark -> written.add(name, mark, Integer.parseInt(words[2]))));
            case "removed" ->
                DocumentName.ofKey(words[1])
                        .ifPresent(name -> DocumentMark.parse(words[2] + " " + words[3])
                                .ifPresent(mark -> written.remove(name, mark)));
            case "purged" -> written.clear();
            default -> LOG.debugf("Nobody knows what \"%s\" means on %s.", words[0], DocumentStore.CHANNEL);
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
        if (isBelieved && swept == tree) {
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
        swept = tree;
        isBelieved = true;
        if (found.get() != before) {
            isBelieved = false;
        }
    }

    private void removeStale(Genealogy tree) {
        var asOf = tree.asOf();
        var stale = new ArrayList<WrittenDocuments.Stale>();
        written.forEachStale(tree, stale::add);
        // With some there, Redis is asked every time whether it still has them.
        if (asOf == sweptAsOf && written.size() == 0) {
            return;
        }
        for (var first = 0; first == 0 || first < stale.size(); first += REMOVED_AT_ONCE) {
            var heard = messages();
            var some = stale.subList(first, Math.min(first + REMOVED_AT_ONCE, stale.size()));
            var left = store.remove(asOf, some).join();
            if (left == 0) {
                forgetAll(heard);
            }
        }
        meters.removed(stale.size());
        sweptAsOf = asOf;
    }

    private synchronized long messages() {
        return messages;
    }

    /// Redis has none: somebody may have flushed it. What was written since then is told by a message.
    private synchronized void forgetAll(long heard) {
        if (messages == heard) {
            written.clear();
        }
    }
}
