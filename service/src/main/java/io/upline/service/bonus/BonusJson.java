package io.upline.service.bonus;

import com.fasterxml.jackson.core.JsonGenerator;
import io.upline.service.platform.http.json.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A bonus as the API shows it.
public final class BonusJson {
    private BonusJson() {}

    /// One bonus.
    public static String one(Bonus bonus) {
        return Json.text(json -> write(json, bonus, Certainty.REAL));
    }

    /// A plain array.
    public static byte[] list(List<Bonus> bonuses) {
        return Json.bytes(json -> array(json, bonuses, Certainty.REAL));
    }

    /// Writes an array of bonuses.
    public static void array(JsonGenerator json, List<Bonus> bonuses, Certainty certainty) throws IOException {
        json.writeStartArray();
        for (var bonus : bonuses) {
            write(json, bonus, certainty);
        }
        json.writeEndArray();
    }

    /// Writes one bonus.
    public static void write(JsonGenerator json, Bonus bonus, Certainty certainty) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", certainty.id(bonus.id()));
        json.writeStringField("user_id", bonus.userId().toString());
        json.writeStringField("source_user_id", bonus.sourceUserId().toString());
        json.writeNumberField("level", bonus.level());
        json.writeNumberField("amount", bonus.amount());
        json.writeNumberField("reversed_amount", bonus.reversed());
        json.writeStringField("type", bonus.type());
        json.writeStringField("status", bonus.status().word());
        json.writeStringField("created_at", certainty.time(bonus.createdAtMicros()));
        time(json, "held_until", bonus.heldUntilMicros());
        time(json, "paid_at", bonus.paidAtMicros());
        json.writeStringField("event_id", certainty.id(bonus.eventId()));
        json.writeStringField("rule", bonus.rule());
        json.writeStringField("line", bonus.line());
        number(json, "base", bonus.base());
        number(json, "rate", bonus.rate());
        json.writeStringField("currency", bonus.currency());
        json.writeNumberField("plan_version", bonus.planVersion());
        json.writeEndObject();
    }

    private static void time(JsonGenerator json, String field, @Nullable Long micros) throws IOException {
        json.writeStringField(field, micros == null ? null : Json.time(micros));
    }

    /// Writes a decimal number with its scale, or null.
    public static void number(JsonGenerator json, String field, @Nullable BigDecimal value) throws IOException {
        if (value == null) {
            json.writeNullField(field);
        } else {
            json.writeNumberField(field, value);
        }
    }
}
