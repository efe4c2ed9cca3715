package io.upline.bench;

import java.util.random.RandomGenerator;

/// Whom new members of a benchmark name as their sponsor.
public enum SponsorChoice {
    /// Always the first member: everybody else is spilled over.
    HOT {
        @Override
        int choose(int members, RandomGenerator random) {
            return 0;
        }
    },
    /// Any member, each as likely.
    RANDOM {
        @Override
        int choose(int members, RandomGenerator random) {
            return random.nextInt(members);
        }
    },
    /// The youngest member: at width 1 both trees are one chain.
    PREVIOUS {
        @Override
        int choose(int members, RandomGenerator random) {
            return members - 1;
        }
    };

    /// One of `members` members.
    abstract int choose(int members, RandomGenerator random);
}
