package io.upline.bench;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.SplittableRandom;
import java.util.UUID;

/// A made-up history of who recruited whom, shaped like a company's: a few founders, newcomers who recruit most in
/// their first weeks, recruiters who go on the better they did before, and everybody else now and then.
final class RecruitingHistory {
    private static final int FOUNDERS = 3;
    private static final double NEWCOMER_SHARE = 0.31;
    private static final double PROVEN_RECRUITER_SHARE = 0.28;
    private static final double NEWCOMER_MEAN_BIRTHS = 400;
    private static final double MEAN_PAUSE_MILLIS = 905_000;
    private static final int VERSION_4 = 0x4000;
    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private final SplittableRandom random;
    private final long seed;
    private final int[] sponsors;
    private long joinedAtMillis;
    private int born;

    /// A history of `members` births of which the last happens before `end`.
    RecruitingHistory(int members, Instant end, long seed) {
        this.random = new SplittableRandom(seed);
        this.seed = seed;
        this.sponsors = new int[members];
        this.joinedAtMillis = end.toEpochMilli() - totalMillis(members, seed);
    }

    /// The pauses come from a generator of their own, so that they can be added up before the first birth.
    private static long totalMillis(int members, long seed) {
        long total = 0;
        for (int member = 0; member < members; member++) {
            total += pauseMillis(seed, member);
        }
        return total;
    }

    private static long pauseMillis(long seed, int member) {
        double chance = new SplittableRandom(seed ^ ~((long) member << 1)).nextDouble();
        return Math.round(-Math.log1p(-chance) * MEAN_PAUSE_MILLIS);
    }

    int members() {
        return sponsors.length;
    }

    /// The next birth as a line of CSV, with its end of line.
    String nextRow() {
        int member = born++;
        int sponsor = member < FOUNDERS ? -1 : chooseSponsor(member);
        sponsors[member] = sponsor;
        joinedAtMillis += pauseMillis(seed, member);
        String sponsorId = sponsor < 0 ? "" : userId(sponsor).toString();
        return userId(member) + "," + sponsorId + "," + MILLIS.format(Instant.ofEpochMilli(joinedAtMillis)) + "\n";
    }

    private int chooseSponsor(int member) {
        double chance = random.nextDouble();
        if (chance < NEWCOMER_SHARE) {
            int birthsAgo = (int) (-Math.log1p(-random.nextDouble()) * NEWCOMER_MEAN_BIRTHS);
            return Math.max(0, member - 1 - birthsAgo);
        }
        int anybody = random.nextInt(member);
        // Whoever sponsored a random member is found in proportion to how many they sponsored.
        boolean isProven = chance < NEWCOMER_SHARE + PROVEN_RECRUITER_SHARE && sponsors[anybody] >= 0;
        return isProven ? sponsors[anybody] : anybody;
    }

    /// A random (version 4) id that follows from the seed and the member alone, so that none has to be kept.
    private UUID userId(int member) {
        SplittableRandom bits = new SplittableRandom(seed * 31 + member);
        long high = (bits.nextLong() & ~0xF000L) | VERSION_4;
        long low = (bits.nextLong() >>> 2) | Long.MIN_VALUE;
        return new UUID(high, low);
    }
}
