package io.upline.service.document;

import io.upline.engine.genealogy.Genealogy;
import io.upline.service.document.DocumentStore.Listed;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// What lies in Redis, whichever replica wrote it, as far as this one was told. Any thread may ask; one at a time
/// changes it.
final class WrittenDocuments {
    /// Most documents that lie in Redis, so that to look through all of them takes a few milliseconds.
    static final int MOST = 10_000;
    /// Most bytes of them together.
    static final long MOST_BYTES = 256L << 20;
    /// How long one lies there.
    static final Duration KEPT = Duration.ofMinutes(30);
    /// How long at least, where others wait for the room.
    private static final Duration KEPT_WHEN_FULL = Duration.ofMinutes(10);

    private final Map<DocumentName, Written> written = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();

    private record Written(Listed listed, long atNanos) {
        private boolean isOlderThan(Duration age) {
            return System.nanoTime() - atNanos > age.toNanos();
        }
    }

    /// A document to be removed, unless one as of a later place in the log lies there.
    record Stale(DocumentName name, long asOf) {}

    boolean has(DocumentName name) {
        return written.containsKey(name);
    }

    /// What is known of a document.
    Optional<Listed> get(DocumentName name) {
        return Optional.ofNullable(written.get(name)).map(Written::listed);
    }

    boolean hasRoomFor(int more) {
        return written.size() < MOST && bytes.get() + more <= MOST_BYTES;
    }

    /// Says what lies there now under a name.
    void put(DocumentName name, Listed listed) {
        var before = written.put(name, new Written(listed, System.nanoTime()));
        bytes.addAndGet(listed.bytes() - (before == null ? 0 : before.listed.bytes()));
    }

    /// Says that nothing lies there any more.
    void remove(DocumentName name) {
        var before = written.remove(name);
        if (before != null) {
            bytes.addAndGet(-before.listed.bytes());
        }
    }

    /// Says that all are gone.
    void clear() {
        written.keySet().forEach(this::remove);
    }

    int size() {
        return written.size();
    }

    long bytes() {
        return bytes.get();
    }

    /// Shows `visitor` each one that is not what `tree` would say, or has been there for long. O(documents).
    void forEachStale(Genealogy tree, Consumer<Stale> visitor) {
        var age = hasRoomFor(0) ? KEPT : KEPT_WHEN_FULL;
        written.forEach((name, document) -> {
            var mark = document.listed.mark();
            if (document.isOlderThan(age) || isStale(name, mark, tree)) {
                visitor.accept(new Stale(name, mark.asOf()));
            }
        });
    }

    /// For what is newer than the tree another replica answers.
    private static boolean isStale(DocumentName name, DocumentMark mark, Genealogy tree) {
        if (!mark.isKnownTo(tree)) {
            return false;
        }
        var member = tree.indexOf(name.userId());
        return member == Genealogy.NONE || !mark.isOf(tree, member);
    }
}
