package io.upline.service.bonus.payment;

import com.fasterxml.jackson.core.JsonGenerator;
import io.upline.service.audit.Act;
import io.upline.service.audit.Deed;
import io.upline.service.bonus.life.Payment.Sum;
import io.upline.service.ledger.Amounts;
import io.upline.service.platform.http.json.Json;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What marking all paid came to, or will come to, for replies and for the audit.
final class AllPaid {
    private static final String SOME = "All bonuses have been paid.";
    private static final String NONE = "No unpaid bonuses found";

    private AllPaid() {}

    /// It is done.
    ///
    /// @param skipped bonuses that are held
    static String json(long paid, long skipped, Map<String, Sum> sums) {
        return Json.text(json -> {
            json.writeStartObject();
            json.writeStringField("detail", paid > 0 ? SOME : NONE);
            json.writeNumberField("paid", paid);
            json.writeNumberField("skipped", skipped);
            json.writeFieldName("totals");
            sums(json, sums);
            json.writeEndObject();
        });
    }

    /// It is under way.
    ///
    /// @param toPay bonuses that the job will pay
    static String underWay(UUID job, long toPay, long skipped) {
        return Json.text(json -> {
            json.writeStartObject();
            json.writeStringField("detail", SOME);
            json.writeNumberField("to_pay", toPay);
            json.writeNumberField("skipped", skipped);
            json.writeStringField("job_id", job.toString());
            json.writeEndObject();
        });
    }

    /// An entry of the audit.
    ///
    /// @param job that did it; null for none
    static Deed deed(Map<String, Sum> sums, @Nullable UUID job) {
        return Deed.toAll(Act.ALL_BONUSES_PAID, json -> {
            if (job != null) {
                json.writeStringField("job", job.toString());
            }
            json.writeFieldName("paid");
            sums(json, sums);
            PaymentResource.statuses(json);
        });
    }

    static void sums(JsonGenerator json, Map<String, Sum> sums) throws IOException {
        json.writeStartArray();
        for (var sum : sums.entrySet()) {
            json.writeStartObject();
            json.writeNumberField("bonuses", sum.getValue().bonuses());
            money(json, sum.getKey(), sum.getValue());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void money(JsonGenerator json, String currency, Sum sum) throws IOException {
        json.writeNumberField("amount", Amounts.of(sum.amount(), currency));
        json.writeNumberField("set_off", Amounts.of(sum.setOff(), currency));
        json.writeStringField("currency", currency);
    }
}
