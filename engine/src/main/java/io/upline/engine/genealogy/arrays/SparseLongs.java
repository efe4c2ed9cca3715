package io.upline.engine.genealogy.arrays;

import java.util.Arrays;

/// One `long` for each of a few members out of many. Members side by side share a small page that exists only once
/// one of them has a value, so whoever has none costs next to nothing, and all of them together hardly more than an
/// array.
///
/// Not synchronized: see [Sections].
public final class SparseLongs {
    private static final int PAGE_SHIFT_BITS = 5;
    private static final int PAGE_LONGS = 1 << PAGE_SHIFT_BITS;
    private static final int PAGE_MASK = PAGE_LONGS - 1;
    private static final long[] NO_PAGE = {};

    private final long absent;
    private long[][] pages = {};

    /// No values yet: every member has the value `absent`.
    public SparseLongs(long absent) {
        this.absent = absent;
    }

    /// The value of a member. O(1).
    public long get(int member) {
        int page = member >>> PAGE_SHIFT_BITS;
        return page < pages.length && pages[page].length > 0 ? pages[page][member & PAGE_MASK] : absent;
    }

    /// Gives a member a value. O(1), amortized.
    public void set(int member, long value) {
        int page = member >>> PAGE_SHIFT_BITS;
        if (page >= pages.length) {
            int known = pages.length;
            long[][] grown = Arrays.copyOf(pages, Math.max(page + 1, known * 2));
            Arrays.fill(grown, known, grown.length, NO_PAGE);
            pages = grown;
        }
        if (pages[page].length == 0) {
            long[] values = new long[PAGE_LONGS];
            Arrays.fill(values, absent);
            pages[page] = values;
        }
        pages[page][member & PAGE_MASK] = value;
    }
}
