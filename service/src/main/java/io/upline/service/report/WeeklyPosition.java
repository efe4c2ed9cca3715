package io.upline.service.report;

import io.upline.service.platform.http.Cursor;
import io.upline.service.platform.http.Ids;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where the next page of a weekly report begins. It keeps the week, so that every page is of the same one.
///
/// @param toMicros the week's end, in µs since 1970
/// @param last the bonus after which the page begins
record WeeklyPosition(long toMicros, UUID last) {
    private static final char SEPARATOR = ' ';
    /// The end of the year 2199: whoever makes a cursor up gets no further.
    private static final long LAST_MICROS = 7_258_118_400_000_000L;

    /// The position in a cursor; empty for the first page.
    ///
    /// @throws io.upline.service.platform.http.problem.Problem 400 when the cursor was not made for this list
    static Optional<WeeklyPosition> read(String list, @Nullable String cursor) {
        return Cursor.read(list, cursor).map(WeeklyPosition::parse);
    }

    String cursor(String list) {
        return Cursor.after(list, toMicros + String.valueOf(SEPARATOR) + last);
    }

    private static WeeklyPosition parse(String text) {
        var middle = Math.max(0, text.indexOf(SEPARATOR));
        try {
            var toMicros = Long.parseLong(text, 0, middle, 10);
            if (toMicros < 0 || toMicros > LAST_MICROS) {
                throw Cursor.foreign();
            }
            return new WeeklyPosition(
                    toMicros, Ids.parse(text.substring(middle + 1)).orElseThrow(Cursor::foreign));
        } catch (NumberFormatException e) {
            throw Cursor.foreign();
        }
    }
}
