package io.upline.service.network.log;

import com.fasterxml.jackson.core.JsonGenerator;
import io.upline.service.audit.Act;
import io.upline.service.audit.Deed;
import io.upline.service.network.command.PlanTimeline.Version;
import io.upline.service.platform.http.json.Json;
import io.upline.service.platform.text.Sha256;
import java.io.IOException;
import java.util.Optional;

/// What the audit keeps of changed settings: of the width, and of versions of the compensation plan.
public final class SettingDeeds {
    private static final int NONE_YET = 0;

    private SettingDeeds() {}

    /// Another width is in force, as the entry after `head`.
    public static Deed width(NetworkLog.Head head, int width) {
        return Deed.toAll(Act.WIDTH_CHANGED, json -> {
            json.writeNumberField("seq", head.seq() + 1);
            json.writeObjectFieldStart("before");
            json.writeObjectField("width", head.width() == NONE_YET ? null : head.width());
            json.writeEndObject();
            json.writeObjectFieldStart("after");
            json.writeNumberField("width", width);
            json.writeEndObject();
        });
    }

    /// A version comes in force, at once or later, after another one.
    public static Deed plan(Act act, Optional<Version> before, Version after, String document) {
        return Deed.toAll(act, json -> {
            json.writeNumberField("seq", after.seq());
            side(json, "before", before);
            side(json, "after", Optional.of(after));
            json.writeStringField("document_sha256", Sha256.hex(document));
        });
    }

    /// A scheduled version never comes in force; another one stays so.
    public static Deed withdrawal(long seq, Version withdrawn, Optional<Version> after) {
        return Deed.toAll(Act.PLAN_WITHDRAWN, json -> {
            json.writeNumberField("seq", seq);
            side(json, "before", Optional.of(withdrawn));
            side(json, "after", after);
        });
    }

    private static void side(JsonGenerator json, String when, Optional<Version> version) throws IOException {
        json.writeObjectFieldStart(when);
        if (version.isPresent()) {
            json.writeNumberField("plan_version", version.get().number());
            json.writeStringField("effective_at", Json.time(version.get().effectiveAtMicros()));
        } else {
            json.writeNullField("plan_version");
            json.writeNullField("effective_at");
        }
        json.writeEndObject();
    }
}
