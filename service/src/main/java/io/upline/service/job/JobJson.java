package io.upline.service.job;

import com.fasterxml.jackson.core.JsonGenerator;
import io.upline.service.platform.http.json.Json;
import io.upline.service.platform.job.Job;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Jobs as the API shows them.
final class JobJson {
    private static final long MICROS_PER_SECOND = 1_000_000;

    private JobJson() {}

    static byte[] one(Job job) {
        return Json.bytes(json -> write(json, job));
    }

    /// @param next the cursor of the next page; null on the last
    static byte[] page(List<Job> jobs, @Nullable String next) {
        return Json.bytes(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("items");
            for (var job : jobs) {
                write(json, job);
            }
            json.writeEndArray();
            json.writeStringField("next", next);
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, Job job) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", job.id().toString());
        json.writeStringField("kind", job.kind());
        json.writeStringField("status", job.status().word());
        json.writeBooleanField("cancel_requested", job.isCancelRequested());
        json.writeObjectFieldStart("progress");
        json.writeNumberField("done", job.done());
        json.writeObjectField("total", job.total());
        json.writeEndObject();
        var percent = job.percent();
        json.writeObjectField("percent", percent.isPresent() ? percent.getAsLong() : null);
        estimate(json, job);
        json.writeStringField("created_at", Json.time(job.createdAt()));
        time(json, "started_at", job.startedAt());
        time(json, "finished_at", job.finishedAt());
        json.writeFieldName("result");
        json.writeRawValue(job.result() == null ? "null" : job.result());
        json.writeStringField("error", job.error());
        json.writeEndObject();
    }

    private static void estimate(JsonGenerator json, Job job) throws IOException {
        var seconds = job.secondsLeft();
        if (seconds.isEmpty()) {
            json.writeNullField("estimate");
            return;
        }
        json.writeObjectFieldStart("estimate");
        json.writeNumberField("seconds_left", seconds.getAsLong());
        json.writeStringField("finishes_at", Json.time(job.readAt() + seconds.getAsLong() * MICROS_PER_SECOND));
        json.writeEndObject();
    }

    private static void time(JsonGenerator json, String field, @Nullable Long micros) throws IOException {
        json.writeStringField(field, micros == null ? null : Json.time(micros));
    }
}
