package io.upline.service.bonus.distribution;

import com.fasterxml.jackson.core.JsonGenerator;
import io.upline.service.bonus.BonusJson;
import io.upline.service.bonus.Certainty;
import io.upline.service.bonus.distribution.event.Distribution;
import io.upline.service.ledger.Amounts;
import io.upline.service.platform.http.json.Json;
import java.io.IOException;

/// A distribution as the API shows it.
final class DistributionJson {
    private DistributionJson() {}

    /// What was paid, now or before.
    static String text(Distribution distribution) {
        return Json.text(json -> {
            json.writeStartObject();
            write(json, distribution, Certainty.REAL);
            json.writeEndObject();
        });
    }

    /// What would be paid: of what there isn't, the ids and times are null. What was paid before is told as it is.
    static String dry(Distribution distribution) {
        var certainty = distribution.repeated() ? Certainty.REAL : Certainty.FORESEEN;
        return Json.text(json -> {
            json.writeStartObject();
            write(json, distribution, certainty);
            json.writeBooleanField("dry_run", true);
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, Distribution distribution, Certainty certainty) throws IOException {
        var event = distribution.event();
        json.writeStringField("detail", detail(certainty));
        json.writeStringField("event_id", certainty.id(event.id()));
        json.writeStringField("source_user_id", event.sourceId().toString());
        json.writeStringField("trigger_type", event.triggerType());
        json.writeStringField("reference", event.reference());
        BonusJson.number(json, "amount", event.amount());
        json.writeStringField("currency", event.currency());
        json.writeNumberField("plan_version", event.planVersion());
        json.writeNumberField("as_of_seq", event.asOf());
        json.writeStringField("created_at", certainty.time(event.createdAtMicros()));
        json.writeBooleanField("repeated", distribution.repeated());
        json.writeNumberField("total_amount", Amounts.of(distribution.total(), event.currency()));
        json.writeFieldName("bonuses");
        BonusJson.array(json, distribution.bonuses(), certainty);
    }

    private static String detail(Certainty certainty) {
        return switch (certainty) {
            case REAL -> "Bonuses distributed";
            case FORESEEN -> "Bonuses would be distributed; nothing was written";
        };
    }
}
