package io.upline.service.importing;

import io.upline.service.network.command.NetworkCommand.ImportRow;
import io.upline.service.network.command.NetworkResult.Rejection;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;

/// Reads CSV with the header `user_id,sponsor_id,joined_at`, line by line, in bounded memory.
final class MemberCsv {
    static final String HEADER = "user_id,sponsor_id,joined_at";

    private final BoundedLines lines;
    private final ImportReport report;
    private final RowTaker taker;
    private final ArrayList<ImportRow> rows = new ArrayList<>(RowTaker.BATCH_ROWS);

    private MemberCsv(InputStream body, ImportReport report, RowTaker taker) {
        this.lines = new BoundedLines(body);
        this.report = report;
        this.taker = taker;
    }

    /// Hands every row to `taker`, or to the report when it can't be read.
    ///
    /// @param firstLine number of the first line after the header
    /// @throws Problem 422 for another header, 400 when the body breaks off
    static void read(InputStream body, long firstLine, ImportReport report, RowTaker taker) {
        try {
            var csv = new MemberCsv(body, report, taker);
            csv.readHeader();
            csv.readRows(firstLine);
        } catch (IOException e) {
            throw Problem.of(
                    ProblemType.MALFORMED_REQUEST,
                    "The body broke off; rows before that are in. Repeat the import: nobody is added twice.");
        }
    }

    private void readHeader() throws IOException {
        var header = lines.next();
        if (header == null || !header.equals(HEADER)) {
            throw Problem.of(
                    ProblemType.INVALID_REQUEST,
                    "The first line is \"%s\"; it must be %s."
                            .formatted(header == null ? "" : ParsedRow.shown(header), HEADER));
        }
    }

    private void readRows(long firstLine) throws IOException {
        var line = firstLine;
        var blankFrom = 0L;
        for (var text = lines.next(); text != null; text = lines.next()) {
            if (text.isEmpty()) {
                // Blank lines at the end are nothing; only one with a row after it is wrong.
                blankFrom = blankFrom == 0 ? line : blankFrom;
            } else {
                for (; blankFrom > 0 && blankFrom < line; blankFrom++) {
                    report.reject(new Rejection(blankFrom, "The line is empty."));
                }
                blankFrom = 0;
                take(line, text);
            }
            line++;
        }
        flush();
    }

    private void take(long line, String text) {
        switch (ParsedRow.of(line, text)) {
            case ParsedRow.Taken(var row) -> rows.add(row);
            case ParsedRow.Refused(var reason) -> report.reject(new Rejection(line, reason));
        }
        if (rows.size() == RowTaker.BATCH_ROWS) {
            flush();
        }
    }

    private void flush() {
        if (!rows.isEmpty()) {
            report.add(taker.take(rows));
            rows.clear();
        }
    }
}
