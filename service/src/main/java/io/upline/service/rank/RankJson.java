package io.upline.service.rank;

import com.fasterxml.jackson.core.JsonGenerator;
import io.upline.engine.plan.Rank;
import io.upline.engine.rank.Check;
import io.upline.engine.rank.Standing;
import io.upline.service.platform.http.json.Json;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Ranks as the API shows them.
final class RankJson {
    private RankJson() {}

    /// The reply of an evaluation, with the facts behind it.
    static String evaluation(Evaluation evaluation) {
        var member = evaluation.member();
        var held = evaluation.held();
        return Json.text(json -> {
            json.writeStartObject();
            json.writeStringField(
                    "message", "Assigned rank: " + evaluation.rank().orElse(Rank.NO_RANK));
            json.writeStringField("user_id", member.userId().toString());
            json.writeStringField("rank", held.rank());
            json.writeStringField("previous_rank", evaluation.previousRank());
            json.writeStringField("since", Json.time(held.sinceMicros()));
            json.writeStringField("evaluated_at", Json.time(held.evaluatedAtMicros()));
            json.writeNumberField("downline_count", member.downline());
            json.writeNumberField("frontline_count", member.frontline());
            json.writeNumberField("sponsored_count", member.sponsored());
            requirements(json, evaluation);
            json.writeFieldName("next_rank");
            next(json, evaluation.verdict().next());
            json.writeNumberField("plan_version", held.planVersion());
            json.writeNumberField("as_of_seq", held.asOf());
            json.writeEndObject();
        });
    }

    /// Every rank of the ladder, lowest first.
    private static void requirements(JsonGenerator json, Evaluation evaluation) throws IOException {
        json.writeArrayFieldStart("requirements");
        for (var standing : evaluation.verdict().standings()) {
            standing(json, standing);
        }
        json.writeEndArray();
    }

    private static void next(JsonGenerator json, Optional<Standing> standing) throws IOException {
        if (standing.isPresent()) {
            standing(json, standing.get());
        } else {
            json.writeNull();
        }
    }

    private static void standing(JsonGenerator json, Standing standing) throws IOException {
        json.writeStartObject();
        json.writeStringField("rank", standing.rank().name());
        json.writeBooleanField("met", standing.isMet());
        json.writeArrayFieldStart("checks");
        for (var check : standing.checks()) {
            check(json, check);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void check(JsonGenerator json, Check check) throws IOException {
        json.writeStartObject();
        json.writeStringField("figure", check.requirement().figure());
        json.writeNumberField("actual", check.actual());
        json.writeNumberField("target", check.target());
        json.writeNumberField("missing", check.missing());
        json.writeBooleanField("met", check.isMet());
        json.writeEndObject();
    }

    /// The last verdict; all null when there is none yet.
    static byte[] held(UUID userId, Optional<HeldRank> held) {
        return Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("user_id", userId.toString());
            json.writeStringField("rank", held.map(HeldRank::rank).orElse(null));
            json.writeStringField("since", time(held.map(HeldRank::sinceMicros)));
            json.writeStringField("evaluated_at", time(held.map(HeldRank::evaluatedAtMicros)));
            json.writeObjectField(
                    "plan_version", held.map(HeldRank::planVersion).orElse(null));
            json.writeObjectField("as_of_seq", held.map(HeldRank::asOf).orElse(null));
            json.writeEndObject();
        });
    }

    private static @Nullable String time(Optional<Long> micros) {
        return micros.map(Json::time).orElse(null);
    }
}
