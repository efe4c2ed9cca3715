package io.upline.service.member.change;

import io.upline.engine.genealogy.Genealogy;
import io.upline.service.network.command.MemberChange.Kind.Move;
import io.upline.service.network.command.MemberChange.Slot;
import io.upline.service.platform.http.json.JsonBody;
import java.util.Optional;
import java.util.UUID;

/// Reads where somebody is to move.
final class MoveBody {
    static final String PARENT = "parent_id";
    static final String POSITION = "position";
    static final String SPONSOR = "sponsor_id";

    private MoveBody() {}

    /// The move; mistakes are told by [JsonBody#check()].
    static Move read(JsonBody body, UUID member) {
        var parent = another(body, PARENT, member, "nobody can stand below themselves");
        var sponsor = another(body, SPONSOR, member, "nobody can be their own sponsor");
        var position = body.optionalWhole(POSITION, 1, Genealogy.MAX_WIDTH);
        if (parent.isEmpty() && position.isPresent()) {
            body.error(POSITION, "position is a place under a parent; name the parent_id too.");
        }
        if (parent.isEmpty() && sponsor.isEmpty()) {
            body.error(PARENT, "Name a new parent_id, a new sponsor_id, or both.");
        }
        return new Move(parent.map(id -> new Slot(id, position)), sponsor);
    }

    private static Optional<UUID> another(JsonBody body, String field, UUID member, String why) {
        var id = body.optionalUuid(field);
        if (id.equals(Optional.of(member))) {
            body.error(field, "%s is the member itself; %s.".formatted(field, why));
        }
        return id;
    }
}
