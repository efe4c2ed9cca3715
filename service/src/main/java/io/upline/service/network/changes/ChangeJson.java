package io.upline.service.network.changes;

import com.fasterxml.jackson.core.JsonGenerator;
import io.upline.service.network.changes.Change.Facts;
import io.upline.service.network.changes.Change.Place;
import io.upline.service.platform.http.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Entries of the log as the API shows them: each has the fields of its kind.
final class ChangeJson {
    private ChangeJson() {}

    /// A list of entries with what leads to the next one.
    ///
    /// @param next writes the field `next`
    static byte[] list(ChangePage page, Json.Writing next) {
        return Json.bytes(json -> {
            json.writeStartObject();
            items(json, page.items());
            next.to(json);
            json.writeNumberField("as_of_seq", page.asOf());
            json.writeEndObject();
        });
    }

    private static void items(JsonGenerator json, List<Change> items) throws IOException {
        json.writeArrayFieldStart("items");
        for (var change : items) {
            json.writeStartObject();
            json.writeNumberField("seq", change.seq());
            json.writeStringField("kind", change.kind());
            json.writeStringField("at", Json.time(change.atMicros()));
            facts(json, change.facts());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void facts(JsonGenerator json, Facts facts) throws IOException {
        switch (facts) {
            case Facts.Birth birth -> birth(json, birth);
            case Facts.Move move -> move(json, move);
            case Facts.Standing(var userId, var reason) -> {
                id(json, "user_id", userId);
                json.writeStringField("reason", reason);
            }
            case Facts.Forgetting(var pseudonym, var bornSeq, var reason) -> {
                id(json, "user_id", pseudonym);
                json.writeNumberField("born_seq", bornSeq);
                json.writeStringField("reason", reason);
            }
            case Facts.Width(var width) -> json.writeNumberField("width", width);
            case Facts.Plan(var version) -> json.writeNumberField("plan_version", version);
            case Facts.ScheduledPlan(var version, var effectiveAt) -> {
                json.writeNumberField("plan_version", version);
                json.writeStringField("effective_at", Json.time(effectiveAt));
            }
            case Facts.Unknown() -> {}
        }
    }

    private static void birth(JsonGenerator json, Facts.Birth birth) throws IOException {
        id(json, "user_id", birth.userId());
        id(json, "sponsor_id", birth.sponsorId());
        place(json, "parent_id", "position", birth.place());
        json.writeStringField("joined_at", Json.time(birth.joinedAtMicros()));
    }

    private static void move(JsonGenerator json, Facts.Move move) throws IOException {
        id(json, "user_id", move.userId());
        var sponsor = move.sponsor();
        if (sponsor != null) {
            id(json, "sponsor_id", sponsor.now());
            id(json, "previous_sponsor_id", sponsor.before());
        }
        var place = move.place();
        if (place != null) {
            place(json, "parent_id", "position", place.now());
            place(json, "previous_parent_id", "previous_position", place.before());
        }
        json.writeStringField("reason", move.reason());
    }

    private static void place(JsonGenerator json, String parent, String position, @Nullable Place place)
            throws IOException {
        id(json, parent, place == null ? null : place.parentId());
        if (place == null) {
            json.writeNullField(position);
        } else {
            json.writeNumberField(position, place.position());
        }
    }

    private static void id(JsonGenerator json, String field, @Nullable UUID id) throws IOException {
        Json.id(json, field, Optional.ofNullable(id));
    }
}
