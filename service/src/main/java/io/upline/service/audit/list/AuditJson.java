package io.upline.service.audit.list;

import com.fasterxml.jackson.core.JsonGenerator;
import io.upline.service.audit.Author;
import io.upline.service.audit.chain.StoredEntry;
import io.upline.service.platform.http.json.Json;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Entries of the audit as the API shows them.
final class AuditJson {
    /// One range of a multirange as PostgreSQL writes it: the end is not in it.
    private static final Pattern RANGE = Pattern.compile("\\[(\\d+),(\\d+)\\)");

    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

    private AuditJson() {}

    /// A page, and how the next one is asked for.
    static byte[] page(AuditPage page, AuditListRequest request) {
        return Json.bytes(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("items");
            for (var entry : page.entries()) {
                entry(json, entry, page.userIds());
            }
            json.writeEndArray();
            var last = page.last();
            json.writeStringField("next", last.isPresent() ? request.next(last.getAsLong()) : null);
            json.writeEndObject();
        });
    }

    private static void entry(JsonGenerator json, ReadEntry entry, Map<Integer, UUID> userIds) throws IOException {
        var stored = entry.stored();
        json.writeStartObject();
        json.writeStringField("id", stored.id().toString());
        json.writeStringField("at", Json.time(stored.atMicros()));
        json.writeStringField("act", stored.act());
        author(json, stored.author());
        id(json, "user_id", entry.userId());
        births(json, stored.births());
        events(json, stored.events());
        json.writeFieldName("facts");
        FactsText.write(json, stored.facts(), userIds);
        seal(json, stored);
        json.writeEndObject();
    }

    private static void author(JsonGenerator json, Author author) throws IOException {
        json.writeObjectFieldStart("by");
        json.writeStringField("role", author.role());
        json.writeStringField("key", author.key());
        id(json, "user_id", author.person());
        json.writeStringField("address", author.address());
        json.writeEndObject();
    }

    private static void births(JsonGenerator json, @Nullable String births) throws IOException {
        json.writeArrayFieldStart("births");
        var ranges = RANGE.matcher(births == null ? "" : births);
        while (ranges.find()) {
            json.writeStartObject();
            json.writeNumberField("first_seq", Long.parseLong(ranges.group(1)));
            json.writeNumberField("last_seq", Long.parseLong(ranges.group(2)) - 1);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void events(JsonGenerator json, @Nullable String events) throws IOException {
        json.writeArrayFieldStart("events");
        var ids = ID.matcher(events == null ? "" : events);
        while (ids.find()) {
            json.writeString(ids.group());
        }
        json.writeEndArray();
    }

    private static void seal(JsonGenerator json, StoredEntry stored) throws IOException {
        json.writeObjectField("sealed", stored.number());
        json.writeStringField("hash", stored.hash());
    }

    private static void id(JsonGenerator json, String field, @Nullable UUID id) throws IOException {
        Json.id(json, field, Optional.ofNullable(id));
    }
}
