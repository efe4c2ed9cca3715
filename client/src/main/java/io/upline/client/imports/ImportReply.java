package io.upline.client.imports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.upline.client.csv.Chunk;
import io.upline.client.platform.ReplyReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads the service's reply to one import request into a tally, row by row.
///
/// Lines in `overLong` were sent as blank lines to keep the count; the client rejects them itself, and what the
/// service says of them is passed over.
final class ImportReply implements ReplyReader<Tally> {
    static final String TOO_LONG =
            "The line is longer than %d bytes, so it is no member's row. Look for a missing line break or quote."
                    .formatted(Chunk.MAX_LINE_BYTES);

    private static final JsonFactory JSON = new JsonFactory();

    private final Tally tally;
    private final Set<Long> overLong;
    private final Deque<Long> overLongLeft;
    private long registered;
    private long present;
    private long rejected;

    ImportReply(Tally tally, List<Long> overLong) {
        this.tally = tally;
        this.overLong = new HashSet<>(overLong);
        this.overLongLeft = new ArrayDeque<>(overLong);
        this.rejected = overLong.size();
    }

    @Override
    public Tally read(InputStream body) throws IOException {
        try (JsonParser json = JSON.createParser(body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new JsonParseException(json, "not a reply to an import");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                readField(json);
            }
        }
        rejectOverLongBefore(Long.MAX_VALUE);
        tally.add(registered, present, rejected);
        return tally;
    }

    private void readField(JsonParser json) throws IOException {
        String field = json.currentName();
        json.nextToken();
        switch (field) {
            case "registered" -> registered = json.getLongValue();
            case "present" -> present = json.getLongValue();
            case "rejected_count" -> rejected += json.getLongValue();
            case "rejected" -> readRows(json);
            default -> json.skipChildren();
        }
    }

    private void readRows(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.START_OBJECT) {
            readRow(json);
        }
    }

    private void readRow(JsonParser json) throws IOException {
        long line = 0;
        String reason = "";
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "line" -> line = json.getLongValue();
                case "reason" -> reason = json.getText();
                default -> json.skipChildren();
            }
        }
        keep(line, reason);
    }

    private void keep(long line, String reason) {
        if (overLong.contains(line)) {
            rejected--;
            return;
        }
        rejectOverLongBefore(line);
        tally.reject(line, reason);
    }

    private void rejectOverLongBefore(long line) {
        while (!overLongLeft.isEmpty() && overLongLeft.getFirst() < line) {
            tally.reject(overLongLeft.removeFirst(), TOO_LONG);
        }
    }
}
