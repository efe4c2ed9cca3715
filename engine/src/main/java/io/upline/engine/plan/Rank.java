package io.upline.engine.plan;

import io.upline.engine.plan.Requirement.Frontline;
import java.util.List;
import java.util.Optional;

/// A rank and everything it asks for; a member holds it who meets all of it.
///
/// @param name         what people call it, such as `Gold` or `Gold Director`
/// @param requirements what it asks for, at least one, none of a kind twice
public record Rank(String name, List<Requirement> requirements) {

    /// What a member without a rank is said to hold; no rank may be called so.
    public static final String NO_RANK = "No rank";

    /// The longest name, in characters.
    public static final int MAX_NAME_LENGTH = 40;

    /// @throws IllegalArgumentException when the name or the requirements are refused
    public Rank {
        faultInName(name).ifPresent(Refusal::raise);
        requirements = List.copyOf(requirements);
        faultInRequirements(requirements).ifPresent(Refusal::raise);
    }

    /// What is wrong with a name, as a sentence; empty when nothing is. Letters of any script, digits, marks,
    /// punctuation and symbols will do, with single spaces between them.
    public static Optional<String> faultInName(String name) {
        if (name.isBlank() || name.length() > MAX_NAME_LENGTH) {
            return Optional.of("a rank's name has 1 to " + MAX_NAME_LENGTH + " characters");
        }
        if (!name.codePoints().allMatch(Rank::isPrintable) || !name.equals(name.strip())) {
            return Optional.of("a rank's name has no invisible characters, and no spaces before or after it");
        }
        if (name.equalsIgnoreCase(NO_RANK)) {
            return Optional.of("\"" + name + "\" is what a member without a rank is called; choose another name");
        }
        return Optional.empty();
    }

    /// What is wrong with a rank's requirements taken together, as a sentence; empty when nothing is.
    public static Optional<String> faultInRequirements(List<Requirement> requirements) {
        if (requirements.isEmpty()) {
            return Optional.of("a rank that asks for nothing; write downline, frontline or sponsored with a number");
        }
        long kinds = requirements.stream().map(Requirement::figure).distinct().count();
        if (kinds < requirements.size()) {
            return Optional.of("a rank that asks for the same thing twice; write each once");
        }
        return Optional.empty();
    }

    /// What keeps anyone from ever reaching this rank in a tree of this width, as a sentence; empty when nothing
    /// does.
    public Optional<String> faultAtWidth(int width) {
        return requirements.stream()
                .filter(requirement -> requirement instanceof Frontline && requirement.atLeast() > width)
                .map(requirement -> "\"" + name + "\" asks for a frontline of " + requirement.atLeast()
                        + ", which nobody can have at width " + width + "; ask for at most " + width)
                .findAny();
    }

    /// The requirement of the same kind as another, if this rank has one. O(requirements).
    public Optional<Requirement> like(Requirement other) {
        return requirements.stream()
                .filter(own -> own.figure().equals(other.figure()))
                .findAny();
    }

    private static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> codePoint == ' ';
            default -> true;
        };
    }
}
