package io.upline.engine.plan;

import java.util.Optional;

/// One thing that a rank asks of a member: at least so many members of a kind.
public sealed interface Requirement {

    /// The highest number a requirement may ask for.
    int MAX_AT_LEAST = 999_999_999;

    /// How many are asked for, from 0 (always met) to [#MAX_AT_LEAST].
    int atLeast();

    /// At least so many members in the whole downline, at every level.
    record TotalDownline(int atLeast) implements Requirement {
        /// @throws IllegalArgumentException when the number is out of range
        public TotalDownline {
            faultIn(atLeast).ifPresent(Refusal::raise);
        }
    }

    /// At least so many children, the members directly below in the placement tree.
    record Frontline(int atLeast) implements Requirement {
        /// @throws IllegalArgumentException when the number is out of range
        public Frontline {
            faultIn(atLeast).ifPresent(Refusal::raise);
        }
    }

    /// At least so many members whose sponsor they are, wherever those stand.
    record PersonallySponsored(int atLeast) implements Requirement {
        /// @throws IllegalArgumentException when the number is out of range
        public PersonallySponsored {
            faultIn(atLeast).ifPresent(Refusal::raise);
        }
    }

    /// The word for what is counted, as plans and replies write it: `downline`, `frontline` or `sponsored`.
    default String figure() {
        return switch (this) {
            case TotalDownline _ -> "downline";
            case Frontline _ -> "frontline";
            case PersonallySponsored _ -> "sponsored";
        };
    }

    /// What is wrong with the number that is asked for, as a sentence; empty when nothing is.
    static Optional<String> faultIn(int atLeast) {
        if (atLeast < 0 || atLeast > MAX_AT_LEAST) {
            return Optional.of(atLeast + " can't be required; write a whole number from 0 to " + MAX_AT_LEAST);
        }
        return Optional.empty();
    }
}
