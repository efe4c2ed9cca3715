package io.upline.service.audit;

import io.upline.service.platform.http.json.Json;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was done to whom.
///
/// @param subject the number of the member it was done to; null for none, or for many
/// @param births the entries of the log that were written, as PostgreSQL writes a multirange; null for none
/// @param events the events that were paid; empty for none
/// @param facts a JSON object with what was before and after; members by their numbers, as `sponsor` or `parent`,
///     and never a user id
public record Deed(
        Act act, @Nullable Integer subject, @Nullable String births, List<UUID> events, String facts) {
    private static final String NO_FACTS = "{}";

    public Deed {
        events = List.copyOf(events);
    }

    /// Something was done to one member.
    public static Deed to(int subject, Act act, Json.Writing facts) {
        return new Deed(act, subject, null, List.of(), object(facts));
    }

    /// Something was done to nobody in particular.
    public static Deed toAll(Act act, Json.Writing facts) {
        return new Deed(act, null, null, List.of(), object(facts));
    }

    /// Members joined.
    public static Deed births(Act act, SeqRanges births) {
        return new Deed(act, null, births.text(), List.of(), NO_FACTS);
    }

    /// Events were paid.
    public static Deed events(List<UUID> events) {
        return new Deed(Act.BONUS_TRIGGERED, null, null, events, NO_FACTS);
    }

    private static String object(Json.Writing facts) {
        return Json.text(json -> {
            json.writeStartObject();
            facts.to(json);
            json.writeEndObject();
        });
    }
}
