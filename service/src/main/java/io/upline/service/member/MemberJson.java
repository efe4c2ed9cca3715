package io.upline.service.member;

import com.fasterxml.jackson.core.JsonGenerator;
import io.upline.engine.genealogy.Genealogy;
import io.upline.engine.genealogy.Member;
import io.upline.service.network.Born;
import io.upline.service.network.NetworkResult;
import io.upline.service.platform.http.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/// A member as the API shows it. The fields that every form has come first and are the same in all of them.
final class MemberJson {
    private static final int ROOT_LEVEL = 1;

    private MemberJson() {}

    /// The reply of a registration.
    static String born(Born born) {
        return Json.text(json -> {
            json.writeStartObject();
            common(
                    json,
                    born.userId(),
                    born.parentId(),
                    born.sponsorId(),
                    born.position(),
                    born.level(),
                    born.joinedAtMicros(),
                    Member.NEVER);
            noChildren(json);
            json.writeEndObject();
        });
    }

    /// The reply of a registration that was only checked: what placing would decide is null.
    static byte[] checked(UUID userId, Optional<UUID> sponsorId) {
        return Json.bytes(json -> {
            json.writeStartObject();
            names(json, userId, Optional.empty(), sponsorId);
            json.writeNullField("position");
            if (sponsorId.isPresent()) {
                json.writeNullField("level");
            } else {
                json.writeNumberField("level", ROOT_LEVEL);
            }
            json.writeNullField("created_at");
            json.writeNullField("updated_at");
            noChildren(json);
            json.writeBooleanField("dry_run", true);
            json.writeEndObject();
        });
    }

    /// The reply of a change: the record as of that.
    static String changed(NetworkResult.Changed changed) {
        return new String(record(changed.tree(), changed.member()), StandardCharsets.UTF_8);
    }

    /// The record with its counts.
    static byte[] record(Genealogy tree, Member member) {
        return Json.bytes(json -> {
            json.writeStartObject();
            fields(json, tree, member);
            json.writeNumberField("frontline_count", member.frontline());
            json.writeNumberField("sponsored_count", member.sponsored());
            json.writeNumberField("as_of_seq", member.asOf());
            json.writeEndObject();
        });
    }

    /// What stands for a member in every list: the record's fields and the size of the downline.
    static void fields(JsonGenerator json, Genealogy tree, Member member) throws IOException {
        common(
                json,
                member.userId(),
                idOf(tree, member.parent()),
                idOf(tree, member.sponsor()),
                member.position(),
                member.level(),
                member.joinedAtMicros(),
                member.updatedAtMicros());
        json.writeBooleanField("suspended", member.suspended());
        json.writeNumberField("downline_count", member.downline());
    }

    static Optional<UUID> idOf(Genealogy tree, int member) {
        return member == Genealogy.NONE ? Optional.empty() : Optional.of(tree.userId(member));
    }

    private static void common(
            JsonGenerator json,
            UUID userId,
            Optional<UUID> parentId,
            Optional<UUID> sponsorId,
            int position,
            int level,
            long joinedAtMicros,
            long updatedAtMicros)
            throws IOException {
        names(json, userId, parentId, sponsorId);
        if (position > 0) {
            json.writeNumberField("position", position);
        } else {
            json.writeNullField("position");
        }
        json.writeNumberField("level", level);
        json.writeStringField("created_at", Json.time(joinedAtMicros));
        if (updatedAtMicros == Member.NEVER) {
            json.writeNullField("updated_at");
        } else {
            json.writeStringField("updated_at", Json.time(updatedAtMicros));
        }
    }

    private static void names(JsonGenerator json, UUID userId, Optional<UUID> parentId, Optional<UUID> sponsorId)
            throws IOException {
        var id = userId.toString();
        json.writeStringField("id", id);
        json.writeStringField("user_id", id);
        Json.id(json, "parent_id", parentId);
        Json.id(json, "sponsor_id", sponsorId);
    }

    private static void noChildren(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("children");
        json.writeEndArray();
    }
}
