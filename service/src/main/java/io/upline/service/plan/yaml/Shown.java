package io.upline.service.plan.yaml;

import org.jspecify.annotations.Nullable;

/// How a sentence shows what the file says: short, on one line.
public final class Shown {

    private static final int MAX_LENGTH = 100;

    private Shown() {}

    /// The text in quotation marks.
    public static String quoted(String text) {
        return "\"" + words(text) + "\"";
    }

    /// The text as it is, without line breaks and cut off where it is long.
    static String words(@Nullable String text) {
        String line = text == null ? "" : text.replaceAll("\\p{C}+", " ").strip();
        return line.codePointCount(0, line.length()) <= MAX_LENGTH
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MAX_LENGTH)) + "…";
    }
}
