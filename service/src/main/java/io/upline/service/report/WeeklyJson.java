package io.upline.service.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.upline.engine.money.Currency;
import io.upline.engine.money.Money;
import io.upline.service.bonus.BonusJson;
import io.upline.service.bonus.BonusTable.Total;
import io.upline.service.bonus.Certainty;
import io.upline.service.platform.http.json.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/// The weekly report as the API shows it.
final class WeeklyJson {
    private WeeklyJson() {}

    /// The document; `total_bonus` is in the plan's currency, `totals` has every other one too.
    static byte[] bytes(UUID userId, WeeklyReport report, Currency currency) {
        return Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("user_id", userId.toString());
            json.writeStringField("from", Json.time(report.window().fromMicros()));
            json.writeStringField("to", Json.time(report.window().toMicros()));
            json.writeStringField("currency", currency.code());
            json.writeNumberField("total_bonus", totalIn(currency, report.totals()));
            json.writeNumberField(
                    "count", report.totals().stream().mapToLong(Total::count).sum());
            json.writeArrayFieldStart("totals");
            for (var total : report.totals()) {
                total(json, total);
            }
            json.writeEndArray();
            json.writeFieldName("bonuses");
            BonusJson.array(json, report.page().bonuses(), Certainty.REAL);
            json.writeEndObject();
        });
    }

    private static BigDecimal totalIn(Currency currency, List<Total> totals) {
        return totals.stream()
                .filter(total -> total.currency().equals(currency.code()))
                .map(Total::amount)
                .findFirst()
                .orElseGet(() -> Money.zero(currency).amount());
    }

    private static void total(JsonGenerator json, Total total) throws IOException {
        json.writeStartObject();
        json.writeStringField("currency", total.currency());
        json.writeNumberField("total_bonus", total.amount());
        json.writeNumberField("count", total.count());
        json.writeEndObject();
    }
}
