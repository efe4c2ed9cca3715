package io.upline.service.platform.http.json;

import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/// What is wrong with a text that a client sent, in words that follow the name of its field.
final class TextFault {
    private static final Set<Integer> UNSEEN = Set.of(
            (int) Character.CONTROL,
            (int) Character.FORMAT,
            (int) Character.PRIVATE_USE,
            (int) Character.SURROGATE,
            (int) Character.UNASSIGNED,
            (int) Character.LINE_SEPARATOR,
            (int) Character.PARAGRAPH_SEPARATOR);

    /// Joiners are part of how some languages, and some signs, are spelt.
    private static final Set<Integer> JOINERS = Set.of(0x200C, 0x200D);

    private TextFault() {}

    /// Why a text can't be taken at all: it is blank, longer than `maxChars`, or can't be stored.
    static Optional<String> in(String text, int maxChars) {
        if (text.codePoints().allMatch(TextFault::isBlank)) {
            return Optional.of("is blank; " + write(maxChars));
        }
        var chars = text.codePointCount(0, text.length());
        return chars > maxChars
                ? Optional.of("has %d characters; %s".formatted(chars, write(maxChars)))
                : first(text, TextFault::isUnstorable, "stored");
    }

    /// Why nobody would see all of a text: it has a character that controls others, has no shape or means nothing.
    static Optional<String> unseenIn(String text) {
        return first(text, TextFault::isUnseen, "shown");
    }

    /// What to write instead of something that is no text.
    static String write(int maxChars) {
        return "write a text of 1 to %d characters.".formatted(maxChars);
    }

    private static Optional<String> first(String text, IntPredicate wrong, String what) {
        return text.codePoints()
                .filter(wrong)
                .mapToObj(c -> "has the character U+%04X, which can't be %s; leave it out.".formatted(c, what))
                .findFirst();
    }

    private static boolean isUnseen(int character) {
        return UNSEEN.contains(Character.getType(character)) && !JOINERS.contains(character);
    }

    private static boolean isBlank(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    /// PostgreSQL's text has no NUL, and half of a surrogate pair would be stored as a question mark.
    private static boolean isUnstorable(int character) {
        return character == 0 || Character.getType(character) == Character.SURROGATE;
    }
}
