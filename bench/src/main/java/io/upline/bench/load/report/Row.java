package io.upline.bench.load.report;

import java.util.Locale;

/// One line of the table.
///
/// @param what was measured
/// @param size members at the start
/// @param measured the figure with its unit, and what belongs to it
/// @param ceiling what it is compared with; empty when it is compared with the bar alone
/// @param ratio measured to ceiling; empty as well
/// @param bar what is asked
/// @param ok whether it is met
public record Row(String what, int size, String measured, String ceiling, String ratio, String bar, boolean ok) {
    /// A rate that must reach a share of its ceiling; both in units a second.
    ///
    /// @param detail follows the measured rate
    /// @param parts says what the ceiling is made of
    public static Row rate(String what, int size, Compared rates, double bar, String detail, String parts) {
        var ratio = rates.measured / rates.ceiling;
        return new Row(
                what,
                size,
                perSecond(rates.measured) + detail,
                perSecond(rates.ceiling) + parts,
                twoDigits(ratio),
                "≥ " + bar,
                ratio >= bar);
    }

    /// A time that must not be longer than some times another; both in ms.
    public static Row time(String what, int size, Compared times, double bar) {
        var ratio = times.measured / times.ceiling;
        return new Row(
                what, size, millis(times.measured), millis(times.ceiling), twoDigits(ratio), "≤ " + bar, ratio <= bar);
    }

    /// How far figures lie apart that should be alike, in µs: no farther than the bar, or than chance drives them.
    ///
    /// @param detail follows what was measured
    public static Row spread(String what, int size, Compared spreads, double bar, String detail) {
        return new Row(
                what,
                size,
                micros(spreads.measured) + detail,
                micros(spreads.ceiling) + " by chance",
                "",
                String.format(Locale.ROOT, "≤ %.0f µs or chance", bar),
                spreads.measured <= Math.max(bar, spreads.ceiling));
    }

    /// A figure that must not be greater than the bar.
    ///
    /// @param unit of both
    public static Row atMost(String what, int size, double measured, double bar, String unit) {
        return new Row(
                what,
                size,
                "%s %s".formatted(twoDigits(measured), unit),
                "",
                "",
                String.format(Locale.ROOT, "≤ %.0f %s", bar, unit),
                measured <= bar);
    }

    /// What was measured, and what it is compared with.
    public record Compared(double measured, double ceiling) {}

    /// A rate with its unit.
    public static String perSecond(double rate) {
        return String.format(Locale.ROOT, "%,.0f/s", rate);
    }

    /// A time in ms with its unit.
    public static String millis(double time) {
        return twoDigits(time) + " ms";
    }

    private static String micros(double time) {
        return twoDigits(time) + " µs";
    }

    private static String twoDigits(double figure) {
        return String.format(Locale.ROOT, "%.2f", figure);
    }

    String[] cells() {
        return new String[] {
            what, String.format(Locale.ROOT, "%,d", size), measured, ceiling, ratio, bar, ok ? "yes" : "NO"
        };
    }
}
