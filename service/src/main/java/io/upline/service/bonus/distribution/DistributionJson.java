package io.upline.service.bonus.distribution;

import io.upline.service.bonus.Amounts;
import io.upline.service.bonus.BonusJson;
import io.upline.service.bonus.distribution.event.Distribution;
import io.upline.service.platform.http.json.Json;

/// A distribution as the API shows it.
final class DistributionJson {
    private DistributionJson() {}

    static String text(Distribution distribution) {
        var event = distribution.event();
        return Json.text(json -> {
            json.writeStartObject();
            json.writeStringField("detail", "Bonuses distributed");
            json.writeStringField("event_id", event.id().toString());
            json.writeStringField("source_user_id", event.sourceId().toString());
            json.writeStringField("trigger_type", event.triggerType());
            json.writeStringField("reference", event.reference());
            BonusJson.number(json, "amount", event.amount());
            json.writeStringField("currency", event.currency());
            json.writeNumberField("plan_version", event.planVersion());
            json.writeNumberField("as_of_seq", event.asOf());
            json.writeStringField("created_at", Json.time(event.createdAtMicros()));
            json.writeBooleanField("repeated", distribution.repeated());
            json.writeNumberField("total_amount", Amounts.of(distribution.total(), event.currency()));
            json.writeFieldName("bonuses");
            BonusJson.array(json, distribution.bonuses());
            json.writeEndObject();
        });
    }
}
