package io.upline.engine.genealogy.arrays;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.StampedLock;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/// How many readers and one writer share the arrays.
///
/// A reader works in *sections* of at most about a thousand members. A section runs without a lock first and counts
/// only when nothing was written meanwhile; after a few attempts it takes the read lock. So a section may run
/// several times and may see a half-changed structure: it must be bounded, must start from values kept outside of
/// it, and leaves nothing behind but its result. What it throws in a half-changed structure is forgotten.
///
/// Between two sections members may be born, which no reader minds, and members may be *changed*: moved, say. A
/// question of several sections that must not see that is asked [#steadily].
public final class Sections {
    /// About how many members one section, or one hold of the write lock, may touch.
    public static final int SECTION_MEMBERS = 1024;

    private static final int OPTIMISTIC_ATTEMPTS = 3;
    private static final long GIVE_WAY_NANOS = 100_000;

    private final StampedLock lock = new StampedLock();
    private final AtomicLong changes = new AtomicLong();
    /// How many readers wait for the lock.
    private final AtomicInteger queuing = new AtomicInteger();

    private boolean workUnderWay;

    /// Runs a section that answers with an object.
    public <T> T read(Supplier<T> section) {
        for (int attempt = 0; attempt < OPTIMISTIC_ATTEMPTS; attempt++) {
            long stamp = lock.tryOptimisticRead();
            try {
                T value = section.get();
                if (lock.validate(stamp)) {
                    return value;
                }
            } catch (RuntimeException thrown) {
                rethrowIfValid(stamp, thrown);
            }
        }
        long stamp = queueForReading();
        try {
            return section.get();
        } finally {
            lock.unlockRead(stamp);
        }
    }

    /// Runs a section that answers with a number; allocates nothing.
    public int readInt(IntSupplier section) {
        for (int attempt = 0; attempt < OPTIMISTIC_ATTEMPTS; attempt++) {
            long stamp = lock.tryOptimisticRead();
            try {
                int value = section.getAsInt();
                if (lock.validate(stamp)) {
                    return value;
                }
            } catch (RuntimeException thrown) {
                rethrowIfValid(stamp, thrown);
            }
        }
        long stamp = queueForReading();
        try {
            return section.getAsInt();
        } finally {
            lock.unlockRead(stamp);
        }
    }

    /// Asks a question of several sections so that no change falls between them. It runs again when one did, and
    /// after a few attempts while the writer waits. So it may run several times, and leaves nothing behind but its
    /// answer.
    public <T> T steadily(Supplier<T> question) {
        for (int attempt = 0; attempt < OPTIMISTIC_ATTEMPTS; attempt++) {
            long before = read(changes::get);
            try {
                T answer = question.get();
                if (changes() == before) {
                    return answer;
                }
            } catch (RuntimeException thrown) {
                if (changes() == before) {
                    throw thrown;
                }
            }
        }
        long stamp = queueForReading();
        try {
            return question.get();
        } finally {
            lock.unlockRead(stamp);
        }
    }

    /// How many changes there were.
    public long changes() {
        return changes.get();
    }

    /// Whether the writer is in the middle of work that it lets readers into; only within a section.
    public boolean isWorkUnderWay() {
        return workUnderWay;
    }

    /// Says that a change begins; only under the write lock, and before anything of it can be seen.
    void beginChange() {
        changes.incrementAndGet();
    }

    private long queueForReading() {
        queuing.incrementAndGet();
        try {
            return lock.readLock();
        } finally {
            queuing.decrementAndGet();
        }
    }

    private void rethrowIfValid(long stamp, RuntimeException thrown) {
        if (lock.validate(stamp)) {
            throw thrown;
        }
    }

    /// Says that work of several holds of the lock begins or ends; only under the write lock.
    void setWorkUnderWay(boolean underWay) {
        workUnderWay = underWay;
    }

    /// Shuts readers out until [#endWrite]; only the writer calls it, and never within a section.
    ///
    /// @return the stamp that [#endWrite] needs
    public long beginWrite() {
        return lock.writeLock();
    }

    /// Lets readers in again.
    public void endWrite(long stamp) {
        lock.unlockWrite(stamp);
    }

    /// Lets readers in between two slices of long work. The lock itself is not fair: to those who queue for it the
    /// writer gives way until they are in, for a tenth of a millisecond at most.
    ///
    /// @return the stamp of the new hold
    public long yieldWrite(long stamp) {
        lock.unlockWrite(stamp);
        giveWay();
        return lock.writeLock();
    }

    private void giveWay() {
        if (queuing.get() > 0) {
            long began = System.nanoTime();
            while (queuing.get() > 0 && System.nanoTime() - began < GIVE_WAY_NANOS) {
                Thread.onSpinWait();
            }
        }
    }
}
