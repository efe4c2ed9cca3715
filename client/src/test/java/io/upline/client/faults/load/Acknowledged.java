package io.upline.client.faults.load;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// A registration as it was confirmed.
///
/// @param sponsor empty for a root
/// @param parent null for a root
/// @param position 0 for a root
/// @param seq place in the log
public record Acknowledged(
        String id, String sponsor, @Nullable String parent, int position, int level, long seq) {
    static Acknowledged of(JsonNode reply, long seq) {
        return new Acknowledged(
                reply.get("id").asText(),
                reply.path("sponsor_id").asText(""),
                reply.get("parent_id").isNull() ? null : reply.get("parent_id").asText(),
                reply.path("position").asInt(0),
                reply.get("level").asInt(),
                seq);
    }
}
