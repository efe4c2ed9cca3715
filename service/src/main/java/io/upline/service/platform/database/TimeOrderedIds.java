package io.upline.service.platform.database;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/// Makes UUIDs of version 7 (RFC 9562, section 6.2, method 1): 48 bits of time in ms, a counter of 26 bits, 48
/// random bits. Each is greater than the one before, in PostgreSQL's order too, so `ORDER BY id DESC` is newest
/// first even within a millisecond. For one thread.
public final class TimeOrderedIds {
    private static final int COUNTER_BITS = 26;
    private static final int COUNTER_END = 1 << COUNTER_BITS;
    /// The counter starts in its lower half, so that there is room to count.
    private static final int COUNTER_START_END = COUNTER_END >> 1;
    private static final int LOW_COUNTER_BITS = 14;
    private static final int LOW_COUNTER_MASK = (1 << LOW_COUNTER_BITS) - 1;
    private static final int RANDOM_BITS = 48;
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0b10L << 62;
    private static final long MICROS_PER_MILLI = 1_000;

    private final RandomGenerator random;
    private long millis;
    private int counter;

    /// Ids with bits from `random`.
    public TimeOrderedIds(RandomGenerator random) {
        this.random = random;
    }

    /// An id on its own, made at `nowMicros` since 1970.
    public static UUID single(long nowMicros) {
        return new TimeOrderedIds(ThreadLocalRandom.current()).next(nowMicros);
    }

    /// The next id, made at `nowMicros` since 1970; its time is that or, when the clock went back, the last id's.
    public UUID next(long nowMicros) {
        var now = nowMicros / MICROS_PER_MILLI;
        if (now > millis) {
            startAt(now);
        } else if (++counter == COUNTER_END) {
            startAt(millis + 1);
        }
        var high = (millis << 16) | VERSION | (counter >>> LOW_COUNTER_BITS);
        var lowCounter = (long) (counter & LOW_COUNTER_MASK) << RANDOM_BITS;
        var low = VARIANT | lowCounter | (random.nextLong() >>> (Long.SIZE - RANDOM_BITS));
        return new UUID(high, low);
    }

    private void startAt(long newMillis) {
        millis = newMillis;
        counter = random.nextInt(COUNTER_START_END);
    }

    /// The least id that can have been made at `micros` or later.
    public static UUID leastAt(long micros) {
        return new UUID(((micros / MICROS_PER_MILLI) << 16) | VERSION, VARIANT);
    }
}
