package io.upline.service.document;

import io.upline.engine.genealogy.Genealogy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// What lies in Redis, whichever replica wrote it, as far as this one was told. Any thread may ask.
final class WrittenDocuments {
    /// Most documents that lie in Redis, so that to look through all of them takes a few milliseconds.
    static final int MOST = 10_000;
    /// Most bytes of them together.
    static final long MOST_BYTES = 256L << 20;
    /// How long one lies there.
    static final Duration KEPT = Duration.ofMinutes(30);

    private final Map<DocumentName, Written> written = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();

    private record Written(DocumentMark mark, int bytes, long atNanos) {
        private boolean isExpired() {
            return System.nanoTime() - atNanos > KEPT.toNanos();
        }
    }

    /// A document to be removed, and the mark that it has to have.
    record Stale(DocumentName name, String mark) {}

    boolean has(DocumentName name) {
        return written.containsKey(name);
    }

    boolean hasRoomFor(int more) {
        return written.size() < MOST && bytes.get() + more <= MOST_BYTES;
    }

    /// Says that a document was written; nothing when a newer one was.
    void add(DocumentName name, DocumentMark mark, int size) {
        written.compute(name, (_, before) -> {
            if (before != null && before.mark.asOf() > mark.asOf()) {
                return before;
            }
            bytes.addAndGet(size - (before == null ? 0 : before.bytes));
            return new Written(mark, size, System.nanoTime());
        });
    }

    /// Says that what was no newer than that mark is gone.
    void remove(DocumentName name, DocumentMark mark) {
        written.computeIfPresent(name, (_, before) -> {
            if (before.mark.asOf() > mark.asOf()) {
                return before;
            }
            bytes.addAndGet(-before.bytes);
            return null;
        });
    }

    /// Says that all are gone.
    void clear() {
        written.keySet()
                .forEach(name -> written.computeIfPresent(name, (_, before) -> {
                    bytes.addAndGet(-before.bytes);
                    return null;
                }));
    }

    int size() {
        return written.size();
    }

    long bytes() {
        return bytes.get();
    }

    /// Shows `visitor` each one that is not what `tree` would say. O(documents).
    void forEachStale(Genealogy tree, Consumer<Stale> visitor) {
        written.forEach((name, document) -> {
            if (document.isExpired() || isStale(name, document.mark, tree)) {
                visitor.accept(new Stale(name, document.mark.text()));
            }
        });
    }

    /// What is newer than the tree another replica answers for.
    private static boolean isStale(DocumentName name, DocumentMark mark, Genealogy tree) {
        if (!mark.isKnownTo(tree)) {
            return false;
        }
        var member = tree.indexOf(name.userId());
        return member == Genealogy.NONE || !mark.isOf(tree, member);
    }
}
