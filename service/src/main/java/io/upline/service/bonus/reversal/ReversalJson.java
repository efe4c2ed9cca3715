package io.upline.service.bonus.reversal;

import io.upline.service.bonus.Bonus;
import io.upline.service.bonus.BonusJson;
import io.upline.service.bonus.Certainty;
import io.upline.service.ledger.Amounts;
import io.upline.service.platform.http.json.Json;
import java.math.BigDecimal;
import java.util.List;

/// A reversal as the API shows it.
final class ReversalJson {
    private ReversalJson() {}

    /// @param event as it is after the reversal
    static String text(
            RefundedEvent event, Reversal.Outcome outcome, List<ReversalTable.Part> parts, List<Bonus> bonuses) {
        var total = parts.stream().map(ReversalTable.Part::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Json.text(json -> {
            json.writeStartObject();
            json.writeStringField("detail", parts.isEmpty() ? "Nothing was to be taken back" : "Bonuses taken back");
            json.writeStringField("reversal_id", outcome.id().toString());
            json.writeStringField("event_id", event.id().toString());
            json.writeStringField("trigger_type", event.triggerType());
            json.writeStringField("reference", event.reference());
            BonusJson.number(json, "amount", event.amount());
            BonusJson.number(json, "refunded_amount", event.amount() == null ? null : event.refunded());
            json.writeStringField("currency", event.currency());
            json.writeBooleanField("repeated", !outcome.isNew());
            json.writeNumberField("total_reversed", Amounts.of(total, event.currency()));
            json.writeArrayFieldStart("reversed");
            for (var part : parts) {
                json.writeStartObject();
                json.writeStringField("bonus_id", part.bonus().toString());
                json.writeStringField("user_id", part.userId().toString());
                json.writeNumberField("amount", part.amount());
                json.writeStringField("from", part.from());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeFieldName("bonuses");
            BonusJson.array(json, bonuses, Certainty.REAL);
            json.writeEndObject();
        });
    }
}
