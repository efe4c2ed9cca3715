package io.upline.service.bonus.reversal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.upline.service.bonus.Bonus;
import io.upline.service.bonus.BonusJson;
import io.upline.service.bonus.Certainty;
import io.upline.service.bonus.distribution.event.BonusEvent;
import io.upline.service.ledger.Amounts;
import io.upline.service.platform.http.json.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reversals, and events with theirs, as the API shows them.
final class ReversalJson {
    private ReversalJson() {}

    /// An event with what it paid, and what was taken back of it.
    ///
    /// @param refunds the newest last
    static String event(BonusEvent event, List<Bonus> bonuses, List<RecordedRefund> refunds) {
        return Json.text(json -> {
            json.writeStartObject();
            json.writeStringField("event_id", event.id().toString());
            json.writeStringField("source_user_id", event.sourceId().toString());
            json.writeStringField("trigger_type", event.triggerType());
            json.writeStringField("reference", event.reference());
            BonusJson.number(json, "amount", event.amount());
            BonusJson.number(json, "refunded_amount", refunded(event, refunds));
            json.writeStringField("currency", event.currency());
            json.writeNumberField("plan_version", event.planVersion());
            json.writeNumberField("as_of_seq", event.asOf());
            json.writeStringField("created_at", Json.time(event.createdAtMicros()));
            json.writeFieldName("bonuses");
            BonusJson.array(json, bonuses, Certainty.REAL);
            json.writeArrayFieldStart("reversals");
            for (var refund : refunds) {
                refund(json, refund);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static @Nullable BigDecimal refunded(BonusEvent event, List<RecordedRefund> refunds) {
        return event.amount() == null
                ? null
                : Amounts.of(
                        refunds.stream()
                                .flatMap(refund -> Stream.ofNullable(refund.amount()))
                                .reduce(BigDecimal.ZERO, BigDecimal::add),
                        event.currency());
    }

    private static void refund(JsonGenerator json, RecordedRefund refund) throws IOException {
        json.writeStartObject();
        json.writeStringField("reversal_id", refund.id().toString());
        json.writeStringField("refund_reference", refund.reference());
        BonusJson.number(json, "amount", refund.amount());
        json.writeStringField("reason", refund.reason());
        json.writeStringField("recorded_at", Json.time(refund.recordedAtMicros()));
        json.writeEndObject();
    }

    /// @param event as it is after the reversal
    /// @param refund the reversal
    static String text(
            RefundedEvent event,
            RecordedRefund refund,
            Reversal.Outcome outcome,
            List<ReversalTable.Part> parts,
            List<Bonus> bonuses) {
        var total = parts.stream().map(ReversalTable.Part::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Json.text(json -> {
            json.writeStartObject();
            json.writeStringField("detail", parts.isEmpty() ? "Nothing was to be taken back" : "Bonuses taken back");
            json.writeStringField("reversal_id", outcome.id().toString());
            json.writeStringField("refund_reference", refund.reference());
            json.writeStringField("reason", refund.reason());
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
                part(json, part);
            }
            json.writeEndArray();
            json.writeFieldName("bonuses");
            BonusJson.array(json, bonuses, Certainty.REAL);
            json.writeEndObject();
        });
    }

    private static void part(JsonGenerator json, ReversalTable.Part part) throws IOException {
        json.writeStartObject();
        json.writeStringField("bonus_id", part.bonus().toString());
        json.writeStringField("user_id", part.userId().toString());
        json.writeNumberField("amount", part.amount());
        json.writeStringField("from", part.from());
        json.writeEndObject();
    }
}
