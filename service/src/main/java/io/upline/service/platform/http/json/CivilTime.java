package io.upline.service.platform.http.json;

import java.time.Instant;

/// Writes a time as [Instant#toString] does, without the objects that takes.
final class CivilTime {
    private static final int MICROS_PER_SECOND = 1_000_000;
    private static final int SECONDS_PER_DAY = 86_400;
    private static final long FIRST_MICROS =
            Instant.parse("0001-01-01T00:00:00Z").getEpochSecond() * MICROS_PER_SECOND;
    private static final long END_MICROS =
            Instant.parse("+10000-01-01T00:00:00Z").getEpochSecond() * MICROS_PER_SECOND;

    /// From the first of March of the year 0, with which a leap year's odd day is the last of its year, to 1970.
    private static final int DAYS_BEFORE_1970 = 719_468;

    private static final int DAYS_PER_400_YEARS = 146_097;
    private static final int DAYS_PER_100_YEARS = 36_524;
    private static final int DAYS_PER_4_YEARS = 1_461;
    private static final int DAYS_PER_5_MONTHS = 153;

    private CivilTime() {}

    /// Whether the year has four digits and no sign: from 1 to 9999.
    ///
    /// @param micros in µs since 1970, UTC
    static boolean isPlain(long micros) {
        return micros >= FIRST_MICROS && micros < END_MICROS;
    }

    /// Writes a plain time and returns where it ends: 27 bytes further on at most. O(1).
    ///
    /// @param micros in µs since 1970, UTC
    static int write(long micros, byte[] text, int at) {
        var seconds = Math.floorDiv(micros, MICROS_PER_SECOND);
        date(Math.toIntExact(Math.floorDiv(seconds, SECONDS_PER_DAY)), text, at);
        text[at + 10] = 'T';
        timeOfDay(Math.floorMod(seconds, SECONDS_PER_DAY), text, at + 11);
        var end = fraction(Math.floorMod(micros, MICROS_PER_SECOND), text, at + 19);
        text[end] = 'Z';
        return end + 1;
    }

    /// Counts in years that begin in March: then the months' lengths repeat every five months, 31, 30, 31, 30, 31.
    private static void date(int daysSince1970, byte[] text, int at) {
        var days = daysSince1970 + DAYS_BEFORE_1970;
        var era = days / DAYS_PER_400_YEARS;
        var ofEra = days % DAYS_PER_400_YEARS;
        var leaps = ofEra / (DAYS_PER_4_YEARS - 1) - ofEra / DAYS_PER_100_YEARS + ofEra / (DAYS_PER_400_YEARS - 1);
        var yearOfEra = (ofEra - leaps) / 365;
        var ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        var fromMarch = (5 * ofYear + 2) / DAYS_PER_5_MONTHS;
        var day = ofYear - (DAYS_PER_5_MONTHS * fromMarch + 2) / 5 + 1;
        var isNextYear = fromMarch >= 10;
        var year = era * 400 + yearOfEra + (isNextYear ? 1 : 0);
        Digits.two(year / 100, text, at);
        Digits.two(year % 100, text, at + 2);
        text[at + 4] = '-';
        Digits.two(isNextYear ? fromMarch - 9 : fromMarch + 3, text, at + 5);
        text[at + 7] = '-';
        Digits.two(day, text, at + 8);
    }

    private static void timeOfDay(int seconds, byte[] text, int at) {
        Digits.two(seconds / 3_600, text, at);
        text[at + 2] = ':';
        Digits.two(seconds / 60 % 60, text, at + 3);
        text[at + 5] = ':';
        Digits.two(seconds % 60, text, at + 6);
    }

    /// None, three or six digits.
    private static int fraction(int micros, byte[] text, int at) {
        if (micros == 0) {
            return at;
        }
        text[at] = '.';
        three(micros / 1_000, text, at + 1);
        if (micros % 1_000 == 0) {
            return at + 4;
        }
        three(micros % 1_000, text, at + 4);
        return at + 7;
    }

    private static void three(int number, byte[] text, int at) {
        text[at] = (byte) ('0' + number / 100);
        Digits.two(number % 100, text, at + 1);
    }
}
