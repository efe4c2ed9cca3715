package io.upline.service.network.writing;

import com.fasterxml.jackson.core.JsonGenerator;
import io.upline.engine.genealogy.Genealogy;
import io.upline.engine.genealogy.Member;
import io.upline.service.audit.Act;
import io.upline.service.audit.Deed;
import io.upline.service.network.log.LogEntry;
import io.upline.service.network.stored.FoundTraces;
import io.upline.service.network.stored.Traces;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A change that is going to happen: what is written of it, and the member as it will be.
///
/// @param entry what the log says
/// @param before the member until then
/// @param after the member when that is done
/// @param traces where the user id stands that is to be forgotten; empty for any other change
record DecidedChange(
        LogEntry.OfMember entry, String reason, Member before, Member after, Optional<FoundTraces> traces) {
    /// As the audit keeps it. Why it was done is in the log.
    Deed deed() {
        return switch (entry) {
            case LogEntry.Moved _ -> deed(Act.MOVED, DecidedChange::place);
            case LogEntry.Suspended _ -> deed(Act.SUSPENDED, DecidedChange::standing);
            case LogEntry.Reinstated _ -> deed(Act.REINSTATED, DecidedChange::standing);
            case LogEntry.Forgotten _ ->
                Deed.to(entry.member(), Act.FORGOTTEN, json -> json.writeNumberField("seq", entry.seq()));
        };
    }

    /// What counts of a member.
    private interface Facts {
        void write(JsonGenerator json, Member member) throws IOException;
    }

    private Deed deed(Act act, Facts facts) {
        return Deed.to(entry.member(), act, json -> {
            json.writeNumberField("seq", entry.seq());
            json.writeObjectFieldStart("before");
            facts.write(json, before);
            json.writeEndObject();
            json.writeObjectFieldStart("after");
            facts.write(json, after);
            json.writeEndObject();
        });
    }

    private static void place(JsonGenerator json, Member member) throws IOException {
        number(json, "sponsor", member.sponsor());
        number(json, "parent", member.parent());
        json.writeObjectField("position", member.parent() == Genealogy.NONE ? null : member.position());
    }

    private static void standing(JsonGenerator json, Member member) throws IOException {
        json.writeBooleanField("suspended", member.suspended());
    }

    private static void number(JsonGenerator json, String field, int member) throws IOException {
        if (member == Genealogy.NONE) {
            json.writeNullField(field);
        } else {
            json.writeNumberField(field, member + 1);
        }
    }

    /// Appends the entry, changes the member and moves the counter on, in one statement. What was before is read
    /// from the member's row, which a statement sees as it was when it began. Before that, what else names somebody
    /// who is being forgotten is cleared.
    void write(Connection connection) throws SQLException {
        if (entry instanceof LogEntry.Forgotten forgotten) {
            Traces.erase(connection, forgotten.member(), forgotten.pseudonym(), traces.orElseThrow());
        }
        try (var insert = connection.prepareStatement("""
                WITH change AS (
                  SELECT ?::bigint AS seq, ?::text AS kind, ?::integer AS member,
                         ?::integer AS sponsor, ?::integer AS parent, ?::smallint AS position,
                         ?::boolean AS suspended, ?::uuid AS pseudonym, ?::text AS reason,
                         timestamptz 'epoch' + ?::bigint * interval '1 microsecond' AS at
                ), counted AS (
                  UPDATE network SET seq = change.seq, last_at = change.at FROM change
                ), changed AS (
                  UPDATE member
                  SET sponsor = coalesce(change.sponsor, member.sponsor),
                      sponsored_seq = CASE WHEN change.sponsor IS NULL THEN sponsored_seq ELSE change.seq END,
                      parent = coalesce(change.parent, member.parent),
                      position = coalesce(change.position, member.position),
                      suspended = coalesce(change.suspended, member.suspended),
                      user_id = coalesce(change.pseudonym, member.user_id),
                      updated_at = change.at
                  FROM change WHERE member.number = change.member
                )
                INSERT INTO member_change (seq, kind, member, sponsor, parent, position,
                                           previous_sponsor, previous_parent, previous_position,
                                           pseudonym, reason, recorded_at)
                SELECT change.seq, kind, number, change.sponsor, change.parent, change.position,
                       CASE WHEN change.sponsor IS NOT NULL THEN member.sponsor END,
                       CASE WHEN change.parent IS NOT NULL THEN member.parent END,
                       CASE WHEN change.parent IS NOT NULL THEN member.position END,
                       pseudonym, reason, at
                FROM change JOIN member ON member.number = change.member
                """)) {
            insert.setLong(1, entry.seq());
            insert.setInt(3, entry.member());
            switch (entry) {
                case LogEntry.Moved moved -> bind(insert, moved);
                case LogEntry.Suspended _ -> bind(insert, "suspended", true, null);
                case LogEntry.Reinstated _ -> bind(insert, "reinstated", false, null);
                case LogEntry.Forgotten forgotten -> bind(insert, "forgotten", null, forgotten.pseudonym());
            }
            insert.setString(9, reason);
            insert.setLong(10, entry.atMicros());
            insert.executeUpdate();
        }
    }

    private static void bind(PreparedStatement insert, LogEntry.Moved moved) throws SQLException {
        bind(insert, "moved", null, null);
        insert.setObject(4, moved.sponsor(), Types.INTEGER);
        insert.setObject(5, moved.parent(), Types.INTEGER);
        insert.setObject(6, moved.parent() == null ? null : moved.position(), Types.SMALLINT);
    }

    /// A change that leaves sponsor and place as they are.
    private static void bind(
            PreparedStatement insert, String kind, @Nullable Boolean suspended, @Nullable UUID pseudonym)
            throws SQLException {
        insert.setString(2, kind);
        insert.setNull(4, Types.INTEGER);
        insert.setNull(5, Types.INTEGER);
        insert.setNull(6, Types.SMALLINT);
        insert.setObject(7, suspended, Types.BOOLEAN);
        insert.setObject(8, pseudonym, Types.OTHER);
    }
}
