package io.upline.engine.plan;

import java.util.Optional;
import java.util.regex.Pattern;

/// How triggers and bonus rules are named: `referral`, `purchase`, `fast_start_2`. These names appear in requests,
/// replies and tables, so they are kept plain.
public final class Identifier {

    /// The longest identifier, in characters.
    public static final int MAX_LENGTH = 40;

    private static final Pattern SYNTAX = Pattern.compile("[a-z][a-z0-9_]{0," + (MAX_LENGTH - 1) + "}");

    private Identifier() {}

    /// What is wrong with a name, as a sentence; empty when nothing is.
    public static Optional<String> faultIn(String name) {
        if (SYNTAX.matcher(name).matches()) {
            return Optional.empty();
        }
        return Optional.of("\"" + name + "\" can't be a name here; write at most " + MAX_LENGTH
                + " small letters, digits and _, a letter first");
    }
}
