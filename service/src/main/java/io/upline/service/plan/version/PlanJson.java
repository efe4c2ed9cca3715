package io.upline.service.plan.version;

import com.fasterxml.jackson.core.JsonGenerator;
import io.upline.service.network.command.ActivatedPlan;
import io.upline.service.network.command.PlanTimeline.Version;
import io.upline.service.platform.http.json.Json;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/// Versions of the plan as the API shows them.
final class PlanJson {
    private PlanJson() {}

    static String activated(ActivatedPlan activated, List<String> differences) {
        return Json.text(json -> {
            json.writeStartObject();
            json.writeNumberField("version", activated.version().number());
            json.writeStringField("effective_at", Json.time(activated.version().effectiveAtMicros()));
            json.writeBooleanField("changed", activated.isNew());
            json.writeNumberField("follows", activated.followed().number());
            differences(json, differences);
            json.writeEndObject();
        });
    }

    /// The versions before one, newest first.
    static byte[] page(KnownPlans known, int before, int limit) {
        var older = known.timeline().versions().stream()
                .filter(version -> version.number() < before)
                .sorted(Comparator.comparingInt(Version::number).reversed())
                .toList();
        var page = older.subList(0, Math.min(limit, older.size()));
        return Json.bytes(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("items");
            for (var version : page) {
                json.writeStartObject();
                version(json, known, version);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeStringField(
                    "next",
                    page.size() < older.size()
                            ? PlanListRequest.next(page.getLast().number())
                            : null);
            json.writeEndObject();
        });
    }

    static byte[] one(KnownPlans known, Version version, String document) {
        return Json.bytes(json -> {
            json.writeStartObject();
            version(json, known, version);
            json.writeStringField("document", document);
            json.writeEndObject();
        });
    }

    static byte[] differences(int from, int to, List<String> differences) {
        return Json.bytes(json -> {
            json.writeStartObject();
            json.writeNumberField("from", from);
            json.writeNumberField("to", to);
            differences(json, differences);
            json.writeEndObject();
        });
    }

    private static void version(JsonGenerator json, KnownPlans known, Version version) throws IOException {
        json.writeNumberField("version", version.number());
        json.writeStringField("status", known.statusOf(version).word());
        json.writeStringField("effective_at", Json.time(version.effectiveAtMicros()));
        json.writeStringField("recorded_at", Json.time(version.recordedAtMicros()));
    }

    private static void differences(JsonGenerator json, List<String> differences) throws IOException {
        json.writeArrayFieldStart("differences");
        for (var sentence : differences) {
            json.writeString(sentence);
        }
        json.writeEndArray();
    }
}
