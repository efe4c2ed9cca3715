package io.upline.engine.genealogy.arrays;

import java.util.Arrays;

/// Records of a fixed number of `long` fields, numbered from 0. The fields of one record lie side by side, so that
/// a walk touches one cache line per member. Records live in chunks: growing allocates one chunk and copies no
/// record.
///
/// Not synchronized: see [Sections].
final class LongRecords {
    private static final int CHUNK_SHIFT_BITS = 13;
    private static final int CHUNK_MASK = (1 << CHUNK_SHIFT_BITS) - 1;

    private final int fields;
    private long[][] chunks = {};

    LongRecords(int fields) {
        this.fields = fields;
    }

    /// The value of a field. O(1).
    long get(int record, int field) {
        return chunks[record >>> CHUNK_SHIFT_BITS][(record & CHUNK_MASK) * fields + field];
    }

    /// Sets a field of a reserved record. O(1).
    void set(int record, int field, long value) {
        chunks[record >>> CHUNK_SHIFT_BITS][(record & CHUNK_MASK) * fields + field] = value;
    }

    /// Makes room for `record`, which is at most one beyond those that there is room for. O(1), amortized.
    void reserve(int record) {
        int chunk = record >>> CHUNK_SHIFT_BITS;
        if (chunk == chunks.length) {
            long[][] grown = Arrays.copyOf(chunks, chunk + 1);
            grown[chunk] = new long[fields << CHUNK_SHIFT_BITS];
            chunks = grown;
        }
    }
}
