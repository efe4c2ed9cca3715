package io.upline.service.importing;

import io.upline.service.network.command.NetworkCommand.ImportRow;
import io.upline.service.platform.http.Ids;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/// A line of the file as a row, or why it is none.
sealed interface ParsedRow {
    /// A row whose columns can be read.
    record Taken(ImportRow row) implements ParsedRow {}

    /// A line that is no row.
    record Refused(String reason) implements ParsedRow {}

    int COLUMNS = 3;
    int SHOWN_CHARS = 60;

    static ParsedRow of(long line, String text) {
        if (text.length() > BoundedLines.LINE_BYTES) {
            return new Refused("The line is longer than %d bytes.".formatted(BoundedLines.LINE_BYTES));
        }
        var columns = text.split(",", -1);
        if (columns.length != COLUMNS) {
            return new Refused("The line has %d columns; it must have %d: %s."
                    .formatted(columns.length, COLUMNS, MemberCsv.HEADER));
        }
        return of(line, unquoted(columns[0]), unquoted(columns[1]), unquoted(columns[2]));
    }

    private static ParsedRow of(long line, String user, String sponsor, String joined) {
        var userId = Ids.parse(user);
        if (userId.isEmpty()) {
            return new Refused("user_id \"%s\" is not a UUID.".formatted(shown(user)));
        }
        var sponsorId = sponsor.isEmpty() ? Optional.<UUID>empty() : Ids.parse(sponsor);
        if (!sponsor.isEmpty() && sponsorId.isEmpty()) {
            return new Refused("sponsor_id \"%s\" is not a UUID.".formatted(shown(sponsor)));
        }
        try {
            var micros = ChronoUnit.MICROS.between(Instant.EPOCH, OffsetDateTime.parse(joined));
            return new Taken(new ImportRow(line, userId.get(), sponsorId, micros));
        } catch (DateTimeException | ArithmeticException e) {
            return new Refused("joined_at \"%s\" is not a time such as 2021-03-01T08:24:37Z.".formatted(shown(joined)));
        }
    }

    private static String unquoted(String column) {
        var bare = column.strip();
        return bare.length() >= 2 && bare.startsWith("\"") && bare.endsWith("\"")
                ? bare.substring(1, bare.length() - 1)
                : bare;
    }

    static String shown(String text) {
        return text.length() > SHOWN_CHARS ? text.substring(0, SHOWN_CHARS) + "…" : text;
    }
}
