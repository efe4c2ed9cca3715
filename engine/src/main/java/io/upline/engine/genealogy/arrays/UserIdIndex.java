package io.upline.engine.genealogy.arrays;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/// Finds a member by the two halves of its user id: open addressing over `int` slots, the ids themselves stay in
/// their [LongRecords]. The table is cut into segments which grow one by one, so no single birth pays for moving
/// the whole network, and no array is large.
///
/// A slot holds the member's index plus one, and above it a few bits of the id's hash, so that most foreign ids are
/// passed over without looking at them; 0 is an empty slot. At most three quarters of a segment are in use.
final class UserIdIndex {
    private static final int SEGMENT_BITS = 12;
    private static final int SEGMENTS = 1 << SEGMENT_BITS;
    private static final int FIRST_SEGMENT_SLOTS = 4;
    private static final int INDEX_BITS = 27;
    private static final int INDEX_MASK = (1 << INDEX_BITS) - 1;
    /// The most members that slots can tell apart.
    static final int MAX_MEMBERS = INDEX_MASK;

    /// Nobody outside knows it, so nobody can choose ids that fall into one place.
    private static final long SEED = ThreadLocalRandom.current().nextLong();

    private final LongRecords ids;
    private final int[][] segments = new int[SEGMENTS][];
    /// Each segment's slots minus one, kept apart: asking the segment itself would cost a search one more trip to
    /// memory.
    private final int[] masks = new int[SEGMENTS];
    private final int[] used = new int[SEGMENTS];

    UserIdIndex(LongRecords ids) {
        this.ids = ids;
        Arrays.fill(segments, new int[FIRST_SEGMENT_SLOTS]);
        Arrays.fill(masks, FIRST_SEGMENT_SLOTS - 1);
    }

    /// The member with this id, or [Forest#NONE]. O(1).
    int find(long high, long low) {
        long hash = hash(high, low);
        int number = segmentOf(hash);
        int[] segment = segments[number];
        int mask = masks[number];
        int slot = slotOf(hash, mask);
        int tag = tagOf(hash);
        return isAbsentNearby(segment, mask, slot, tag) ? Forest.NONE : probe(segment, mask, slot, tag, high, low);
    }

    /// Whether an empty slot is among the first four and none of these has the tag. Nearly every new id ends here;
    /// one test for all four is guessed right by the processor, which then goes on without waiting for memory.
    private static boolean isAbsentNearby(int[] segment, int mask, int slot, int tag) {
        int first = segment[slot];
        int second = segment[(slot + 1) & mask];
        int third = segment[(slot + 2) & mask];
        int fourth = segment[(slot + 3) & mask];
        int empty = oneIfZero(first) | oneIfZero(second) | oneIfZero(third) | oneIfZero(fourth);
        int alike = oneIfZero((first ^ tag) >>> INDEX_BITS)
                | oneIfZero((second ^ tag) >>> INDEX_BITS)
                | oneIfZero((third ^ tag) >>> INDEX_BITS)
                | oneIfZero((fourth ^ tag) >>> INDEX_BITS);
        return (empty & ~alike) != 0;
    }

    private static int oneIfZero(int value) {
        return (~value & (value - 1)) >>> (Integer.SIZE - 1);
    }

    private int probe(int[] segment, int mask, int firstSlot, int tag, long high, long low) {
        int slot = firstSlot;
        // A reader may look while the writer shifts slots: the count ends a walk that would find no empty slot.
        for (int probes = 0; probes <= mask; probes++) {
            int entry = segment[slot];
            if (entry == 0 || ((entry & ~INDEX_MASK) == tag && holds(memberOf(entry), high, low))) {
                return memberOf(entry);
            }
            slot = (slot + 1) & mask;
        }
        return Forest.NONE;
    }

    /// Adds a member whose id is already recorded and is not in the table. O(1), amortized.
    void add(int member) {
        if (member >= MAX_MEMBERS) {
            throw new IllegalStateException("a network has at most " + MAX_MEMBERS + " members");
        }
        long hash = hashOf(member);
        int number = segmentOf(hash);
        if (used[number] == 0) {
            segments[number] = new int[masks[number] + 1];
        } else if (used[number] >= (masks[number] + 1) / 4 * 3) {
            segments[number] = doubled(segments[number]);
            masks[number] = segments[number].length - 1;
        }
        used[number]++;
        put(segments[number], masks[number], member, hash);
    }

    /// Removes a member. Later slots move back, so that no search meets a hole. O(1).
    void remove(int member) {
        long hash = hashOf(member);
        int number = segmentOf(hash);
        int[] segment = segments[number];
        int mask = masks[number];
        int hole = slotOf(hash, mask);
        while (memberOf(segment[hole]) != member) {
            hole = (hole + 1) & mask;
        }
        closeHole(segment, hole);
        used[number]--;
    }

    private void closeHole(int[] segment, int firstHole) {
        int mask = segment.length - 1;
        int hole = firstHole;
        for (int slot = (hole + 1) & mask; segment[slot] != 0; slot = (slot + 1) & mask) {
            int home = slotOf(hashOf(memberOf(segment[slot])), mask);
            if (((slot - home) & mask) >= ((slot - hole) & mask)) {
                segment[hole] = segment[slot];
                hole = slot;
            }
        }
        segment[hole] = 0;
    }

    private int[] doubled(int[] segment) {
        int[] grown = new int[segment.length * 2];
        for (int entry : segment) {
            if (entry != 0) {
                put(grown, grown.length - 1, memberOf(entry), hashOf(memberOf(entry)));
            }
        }
        return grown;
    }

    private static void put(int[] segment, int mask, int member, long hash) {
        int slot = slotOf(hash, mask);
        while (segment[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        segment[slot] = tagOf(hash) | (member + 1);
    }

    private boolean holds(int member, long high, long low) {
        return ids.get(member, UserIds.LOW) == low && ids.get(member, UserIds.HIGH) == high;
    }

    private long hashOf(int member) {
        return hash(ids.get(member, UserIds.HIGH), ids.get(member, UserIds.LOW));
    }

    /// The member in a slot, or [Forest#NONE] for an empty one.
    private static int memberOf(int entry) {
        return (entry & INDEX_MASK) - 1;
    }

    /// Bits of the hash that neither the segment nor the slot depends on, in the place above the index; never 0,
    /// as in an empty slot.
    private static int tagOf(long hash) {
        int bits = (int) (hash >>> Integer.SIZE) << INDEX_BITS;
        return bits == 0 ? 1 << INDEX_BITS : bits;
    }

    private static int segmentOf(long hash) {
        return (int) (hash >>> (Long.SIZE - SEGMENT_BITS));
    }

    private static int slotOf(long hash, int mask) {
        return (int) hash & mask;
    }

    /// Mixes every bit of the id into every bit of the hash (the last step is the finalizer of MurmurHash3): ids in
    /// sequence must spread too, and so must ids that somebody chose.
    private static long hash(long high, long low) {
        long seeded = (high ^ SEED) * 0x9E3779B97F4A7C15L;
        long mixed = (seeded ^ (seeded >>> 32)) + low;
        mixed = (mixed ^ (mixed >>> 33)) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return mixed ^ (mixed >>> 33);
    }
}
