package io.upline.service.adjustment;

import com.fasterxml.jackson.core.JsonGenerator;
import io.upline.service.platform.http.json.Json;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An adjustment as the API shows it; who asked, and who decided, is in the audit.
public final class AdjustmentJson {
    private AdjustmentJson() {}

    /// One adjustment.
    public static String one(StoredAdjustment adjustment) {
        return Json.text(json -> write(json, adjustment));
    }

    /// A page of them.
    ///
    /// @param next the cursor of the next page; null on the last
    public static byte[] page(List<StoredAdjustment> adjustments, @Nullable String next) {
        return Json.bytes(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("items");
            for (var adjustment : adjustments) {
                write(json, adjustment);
            }
            json.writeEndArray();
            json.writeStringField("next", next);
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, StoredAdjustment adjustment) throws IOException {
        var decidedAt = adjustment.decidedAtMicros();
        json.writeStartObject();
        json.writeStringField("id", adjustment.id().toString());
        json.writeStringField("user_id", adjustment.userId().toString());
        writeWhat(json, adjustment);
        json.writeStringField("status", adjustment.status().word());
        json.writeStringField("created_at", Json.time(adjustment.createdAtMicros()));
        json.writeStringField("decided_at", decidedAt == null ? null : Json.time(decidedAt));
        json.writeEndObject();
    }

    /// Writes how much, which way, and why.
    static void writeWhat(JsonGenerator json, StoredAdjustment adjustment) throws IOException {
        var amount = adjustment.adjustment().amount();
        json.writeStringField(
                "kind", AdjustmentRequest.word(adjustment.adjustment().direction()));
        json.writeNumberField("amount", amount.amount());
        json.writeStringField("currency", amount.currency().code());
        json.writeStringField("reason", adjustment.reason());
    }
}
