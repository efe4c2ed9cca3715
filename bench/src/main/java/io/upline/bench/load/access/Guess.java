package io.upline.bench.load.access;

import java.util.random.RandomGenerator;

/// What somebody who doesn't know the secret may send.
public enum Guess {
    /// The key, and a secret of which no character is right.
    NOTHING_RIGHT("none right"),
    /// The key, and a secret of which the first half is right.
    HALF_RIGHT("half"),
    /// The key, and a secret of which only the last character is wrong.
    ALL_BUT_ONE_RIGHT("all but one"),
    /// A key that is not there, with an id as long as that of the other, and a secret of which nothing is right.
    UNKNOWN_KEY("unknown key");

    private static final String UNKNOWN_ID = "hcneb-00000000";

    private final String words;

    Guess(String words) {
        this.words = words;
    }

    /// In a table.
    public String words() {
        return words;
    }

    /// The request, the same but for the key and its secret; each with another wrong rest.
    ///
    /// @param path with the id of a member
    String request(String path, RandomGenerator random) {
        return "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Api-Key: %s\r\nX-Api-Secret: %s\r\n\r\n"
                .formatted(path, id(), secret(random));
    }

    private String id() {
        return switch (this) {
            case NOTHING_RIGHT, HALF_RIGHT, ALL_BUT_ONE_RIGHT -> Callers.KEY_ID;
            case UNKNOWN_KEY -> UNKNOWN_ID;
        };
    }

    private String secret(RandomGenerator random) {
        var length = Secret.RIGHT.length();
        return switch (this) {
            case NOTHING_RIGHT, UNKNOWN_KEY -> Secret.wrongAfter(0, random);
            case HALF_RIGHT -> Secret.wrongAfter(length / 2, random);
            case ALL_BUT_ONE_RIGHT -> Secret.wrongAfter(length - 1, random);
        };
    }
}
