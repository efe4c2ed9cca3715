package io.upline.service.platform.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/// Guesses which known name someone meant who wrote an unknown one.
public final class NearestName {
    private static final int LETTERS_PER_SLIP = 3;

    private NearestName() {}

    /// `did you mean "width"?`, or, when nothing is near, all that is known here.
    public static String hint(String written, Collection<String> known) {
        return nearest(written, known)
                .map(name -> "did you mean \"" + name + "\"?")
                .orElseGet(() -> "write one of: " + String.join(", ", known));
    }

    /// The known name that is near enough to be meant. O(letters written · letters known), and only for names of a
    /// like length.
    public static Optional<String> nearest(String written, Collection<String> known) {
        return known.stream()
                .filter(name -> Math.abs(name.length() - written.length()) <= slips(name))
                .filter(name -> distance(written, name) <= slips(name))
                .min(Comparator.comparingInt(name -> distance(written, name)));
    }

    private static int slips(String name) {
        return 1 + name.length() / LETTERS_PER_SLIP;
    }

    /// How many letters must be put in, left out or changed to turn one word into the other (Levenshtein).
    private static int distance(String from, String to) {
        int[] row = IntStream.rangeClosed(0, to.length()).toArray();
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = diagonal + (equalLetters(from.charAt(i - 1), to.charAt(j - 1)) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(diagonal, row[j - 1]));
            }
        }
        return row[to.length()];
    }

    private static boolean equalLetters(char a, char b) {
        return Character.toLowerCase(a) == Character.toLowerCase(b);
    }
}
