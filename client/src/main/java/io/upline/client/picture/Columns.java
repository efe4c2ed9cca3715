package io.upline.client.picture;

import java.util.Locale;

/// The measures that all pictures share.
public final class Columns {
    /// No line is wider.
    public static final int WIDTH = 100;

    static final int LABEL = 40;

    private Columns() {}

    /// `text` followed by spaces up to `width` columns; text that is too long is cut.
    static String left(String text, int width) {
        String cut = text.length() <= width ? text : text.substring(0, width - 1) + "…";
        return cut + " ".repeat(width - cut.length());
    }

    static String right(Object value, int width) {
        return String.format(Locale.ROOT, "%" + width + "s", value);
    }

    static String count(long value, int width) {
        return String.format(Locale.ROOT, "%," + width + "d", value);
    }

    /// A bar of `value` where `largest` is `width` columns; whatever is not nothing is seen.
    static String bar(long value, long largest, int width) {
        long length = Math.round((double) value * width / Math.max(largest, 1));
        return "█".repeat((int) (value > 0 ? Math.max(length, 1) : 0));
    }
}
