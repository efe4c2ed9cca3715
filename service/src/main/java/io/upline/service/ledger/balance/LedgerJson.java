package io.upline.service.ledger.balance;

import com.fasterxml.jackson.core.JsonGenerator;
import io.upline.service.ledger.balance.CompanyTotals.Total;
import io.upline.service.platform.http.json.Json;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Balances and postings as the API shows them.
final class LedgerJson {
    private LedgerJson() {}

    static byte[] balances(UUID userId, Collection<Balances> balances) {
        return Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("user_id", userId.toString());
            json.writeArrayFieldStart("balances");
            for (var balance : balances) {
                balance(json, balance);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void balance(JsonGenerator json, Balances balance) throws IOException {
        json.writeStartObject();
        json.writeStringField("currency", balance.currency());
        json.writeNumberField("held", balance.held());
        json.writeNumberField("payable", balance.payable());
        json.writeNumberField("owed", balance.owed());
        json.writeNumberField("net", balance.net());
        json.writeNumberField("paid_out", balance.paidOut());
        json.writeEndObject();
    }

    static byte[] postings(List<StoredPosting> postings, @Nullable String next) {
        return Json.bytes(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("items");
            for (var posting : postings) {
                posting(json, posting);
            }
            json.writeEndArray();
            json.writeStringField("next", next);
            json.writeEndObject();
        });
    }

    private static void posting(JsonGenerator json, StoredPosting posting) throws IOException {
        json.writeStartObject();
        json.writeNumberField("id", posting.id());
        json.writeStringField("kind", posting.kind());
        json.writeStringField("from", posting.from());
        json.writeStringField("to", posting.to());
        json.writeNumberField("amount", posting.amount());
        json.writeStringField("currency", posting.currency());
        id(json, "bonus_id", posting.bonus());
        id(json, "reversal_id", posting.reversal());
        id(json, "adjustment_id", posting.adjustment());
        json.writeStringField("posted_at", Json.time(posting.postedAtMicros()));
        json.writeEndObject();
    }

    private static void id(JsonGenerator json, String field, @Nullable UUID id) throws IOException {
        json.writeStringField(field, id == null ? null : id.toString());
    }

    static byte[] totals(List<Total> totals) {
        return Json.bytes(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("accounts");
            for (var total : totals) {
                json.writeStartObject();
                json.writeStringField("account", total.account());
                json.writeStringField("bonus_type", total.bonusType());
                json.writeStringField("currency", total.currency());
                json.writeNumberField("amount", total.amount());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("sums");
            for (var sum : CompanyTotals.sums(totals).entrySet()) {
                json.writeStartObject();
                json.writeStringField("currency", sum.getKey());
                json.writeNumberField("amount", sum.getValue());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }
}
