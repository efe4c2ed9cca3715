package io.upline.engine.genealogy.arrays;

import java.util.Arrays;

/// A list of `int` that grows at its end and can be cut back to an earlier size, which is what a repeated section
/// needs.
public final class IntBuffer {
    private static final int FIRST_CAPACITY_INTS = 16;

    private int[] values = new int[FIRST_CAPACITY_INTS];
    private int size;

    /// Appends a value. O(1), amortized.
    public void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    /// The value at `offset`, which is below [#size()].
    public int get(int offset) {
        return values[offset];
    }

    /// The number of values.
    public int size() {
        return size;
    }

    /// Forgets every value from `newSize` on; `newSize` is at most [#size()]. O(1).
    public void truncate(int newSize) {
        size = newSize;
    }

    /// Turns the order of the values from `begin` on around. O(size − begin).
    public void reverseFrom(int begin) {
        for (int left = begin, right = size - 1; left < right; left++, right--) {
            int value = values[left];
            values[left] = values[right];
            values[right] = value;
        }
    }

    /// A copy of at most `length` values from `offset` on. O(length).
    public int[] slice(int offset, int length) {
        return Arrays.copyOfRange(values, offset, Math.min(size, offset + length));
    }

    /// A copy of the values. O(size).
    public int[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
