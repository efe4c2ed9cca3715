package io.upline.service.bonus.why;

import com.fasterxml.jackson.core.JsonGenerator;
import io.upline.engine.money.Money;
import io.upline.engine.money.Percent;
import io.upline.engine.plan.BonusRule;
import io.upline.service.bonus.BonusJson;
import io.upline.service.bonus.Certainty;
import io.upline.service.bonus.distribution.event.BonusEvent;
import io.upline.service.bonus.why.PostingTable.Posted;
import io.upline.service.platform.http.json.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/// An explanation as the API shows it.
final class WhyJson {
    private WhyJson() {}

    static byte[] of(Explanation why) {
        return Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("sentence", Sentence.of(why));
            json.writeFieldName("bonus");
            BonusJson.write(json, why.bonus(), Certainty.REAL);
            event(json, why.event());
            rule(json, why.rule());
            json.writeNumberField("plan_version", why.bonus().planVersion());
            line(json, why.line());
            calculation(json, why);
            states(json, why);
            postings(json, why.postings());
            json.writeEndObject();
        });
    }

    private static void event(JsonGenerator json, BonusEvent event) throws IOException {
        json.writeObjectFieldStart("event");
        json.writeStringField("id", event.id().toString());
        json.writeStringField("trigger_type", event.triggerType());
        json.writeStringField("source_user_id", event.sourceId().toString());
        json.writeStringField("reference", event.reference());
        BonusJson.number(json, "amount", event.amount());
        json.writeStringField("currency", event.currency());
        json.writeStringField("created_at", Json.time(event.createdAtMicros()));
        json.writeNumberField("as_of_seq", event.asOf());
        json.writeEndObject();
    }

    private static void rule(JsonGenerator json, BonusRule rule) throws IOException {
        json.writeObjectFieldStart("rule");
        json.writeStringField("name", rule.name());
        json.writeStringField("line", rule.line().name().toLowerCase(Locale.ROOT));
        json.writeStringField("compression", rule.compression().name().toLowerCase(Locale.ROOT));
        switch (rule) {
            case BonusRule.FixedPerLevel fixed ->
                levels(
                        json,
                        "amounts",
                        fixed.amounts().stream().map(Money::amount).toList());
            case BonusRule.PercentPerLevel percent ->
                levels(
                        json,
                        "percents",
                        percent.percents().stream().map(Percent::value).toList());
        }
        json.writeEndObject();
    }

    private static void levels(JsonGenerator json, String field, List<BigDecimal> values) throws IOException {
        json.writeArrayFieldStart(field);
        for (var value : values) {
            json.writeNumber(value);
        }
        json.writeEndArray();
    }

    private static void line(JsonGenerator json, LineThen line) throws IOException {
        json.writeArrayFieldStart("line");
        for (var ancestor : line.ancestors()) {
            json.writeStartObject();
            json.writeStringField("user_id", ancestor.userId().toString());
            json.writeNumberField("steps", ancestor.steps());
            BonusJson.number(json, "level", ancestor.level() == null ? null : BigDecimal.valueOf(ancestor.level()));
            json.writeBooleanField("suspended", ancestor.suspended());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeBooleanField("line_complete", line.isComplete());
    }

    /// How far the bonus has come, and when; until when it is held stands with the bonus.
    private static void states(JsonGenerator json, Explanation why) throws IOException {
        json.writeArrayFieldStart("states");
        for (var posting : why.postings()) {
            var isEarned = posting.kind().equals("earned");
            state(json, isEarned ? "created" : posting.kind(), posting);
            if (isEarned && posting.to().equals("held")) {
                state(json, "held", posting);
            }
        }
        json.writeEndArray();
    }

    private static void state(JsonGenerator json, String state, Posted posting) throws IOException {
        json.writeStartObject();
        json.writeStringField("state", state);
        json.writeStringField("at", Json.time(posting.atMicros()));
        json.writeNumberField("amount", posting.amount());
        json.writeEndObject();
    }

    private static void postings(JsonGenerator json, List<Posted> postings) throws IOException {
        json.writeArrayFieldStart("postings");
        for (var posting : postings) {
            json.writeStartObject();
            json.writeStringField("kind", posting.kind());
            json.writeNumberField("amount", posting.amount());
            json.writeStringField("from", posting.from());
            json.writeStringField("to", posting.to());
            json.writeStringField("posted_at", Json.time(posting.atMicros()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void calculation(JsonGenerator json, Explanation why) throws IOException {
        BonusJson.number(json, "base", why.bonus().base());
        BonusJson.number(json, "rate", why.bonus().rate());
        BonusJson.number(json, "exact", why.exact().orElse(null));
        json.writeStringField("rounding", why.rounding().orElse(null));
    }
}
