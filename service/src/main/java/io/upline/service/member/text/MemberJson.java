package io.upline.service.member.text;

import io.upline.engine.genealogy.Genealogy;
import io.upline.engine.genealogy.Member;
import io.upline.service.network.command.Born;
import io.upline.service.network.command.NetworkResult;
import io.upline.service.platform.http.json.AsciiText;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A member as the API shows it. The fields that every form has come first and are the same in all of them.
/// Ids, numbers and times only: nothing to escape.
public final class MemberJson {
    private static final int ROOT_LEVEL = 1;
    private static final int RECORD_BYTES = 512;

    private static final byte[] ID = AsciiText.constant("\"id\":\"");
    private static final byte[] USER_ID = AsciiText.constant("\",\"user_id\":\"");
    private static final byte[] ONLY_USER_ID = AsciiText.constant("\"user_id\":\"");
    private static final byte[] PARENT_ID = AsciiText.constant("\",\"parent_id\":");
    private static final byte[] SPONSOR_ID = AsciiText.constant(",\"sponsor_id\":");
    private static final byte[] POSITION = AsciiText.constant(",\"position\":");
    private static final byte[] LEVEL = AsciiText.constant(",\"level\":");
    private static final byte[] CREATED_AT = AsciiText.constant(",\"created_at\":");
    private static final byte[] UPDATED_AT = AsciiText.constant(",\"updated_at\":");
    private static final byte[] SUSPENDED = AsciiText.constant(",\"suspended\":");
    private static final byte[] DOWNLINE = AsciiText.constant(",\"downline_count\":");
    /// What nearly all members have between their time and their downline.
    private static final byte[] NEVER_CHANGED =
            AsciiText.constant(",\"updated_at\":null,\"suspended\":false,\"downline_count\":");
    private static final byte[] FRONTLINE = AsciiText.constant(",\"frontline_count\":");
    private static final byte[] SPONSORED = AsciiText.constant(",\"sponsored_count\":");
    private static final byte[] SEQ = AsciiText.constant(",\"as_of_seq\":");
    private static final byte[] NO_CHILDREN = AsciiText.constant(",\"children\":[]");
    private static final byte[] DRY_RUN = AsciiText.constant(",\"dry_run\":");

    private MemberJson() {}

    /// The reply of a registration.
    public static String born(Born born) {
        var json = new AsciiText(RECORD_BYTES).add('{');
        names(
                json,
                born.userId(),
                born.parentId().orElse(null),
                born.sponsorId().orElse(null));
        place(json, born.position(), born.level());
        times(json, born.joinedAtMicros(), Member.NEVER);
        return json.add(NO_CHILDREN).add('}').text();
    }

    /// The reply of a registration that was only checked: what placing would decide is null.
    public static byte[] checked(UUID userId, Optional<UUID> sponsorId) {
        var json = new AsciiText(RECORD_BYTES).add('{');
        names(json, userId, null, sponsorId.orElse(null));
        json.add(POSITION).addNull().add(LEVEL);
        sponsorId.ifPresentOrElse(_ -> json.addNull(), () -> json.add(ROOT_LEVEL));
        json.add(CREATED_AT).addNull().add(UPDATED_AT).addNull();
        return json.add(NO_CHILDREN).add(DRY_RUN).add(true).add('}').bytes();
    }

    /// The reply of a change: the record as of that.
    public static String changed(NetworkResult.Changed changed) {
        return write(changed.tree(), changed.member()).text();
    }

    /// As of which entry of the log a reply of a change is that was kept. The record has nothing in it that looks
    /// alike.
    public static long asOf(String changed) {
        var name = "\"as_of_seq\":";
        var number = changed.indexOf(name) + name.length();
        return Long.parseLong(changed, number, changed.indexOf('}', number), 10);
    }

    /// The record with its counts.
    public static byte[] record(Genealogy tree, Member member) {
        return write(tree, member).bytes();
    }

    private static AsciiText write(Genealogy tree, Member member) {
        var json = new AsciiText(RECORD_BYTES).add('{');
        fields(json, member, idOf(tree, member.parent()), idOf(tree, member.sponsor()));
        json.add(FRONTLINE).add(member.frontline());
        json.add(SPONSORED).add(member.sponsored());
        return json.add(SEQ).add(member.asOf()).add('}');
    }

    private static @Nullable UUID idOf(Genealogy tree, int member) {
        return member == Genealogy.NONE ? null : tree.userId(member);
    }

    /// What stands for a member in every list: the record's fields and the size of the downline.
    public static void fields(AsciiText json, RecentIds ids, Member member) {
        fields(json, member, ids.of(member.parent()), ids.of(member.sponsor()));
    }

    /// What a member learns of their ancestors.
    static void idAndLevel(AsciiText json, Member member) {
        json.add(ONLY_USER_ID).add(member.userId()).add('"').add(LEVEL).add(member.level());
    }

    private static void fields(AsciiText json, Member member, @Nullable UUID parentId, @Nullable UUID sponsorId) {
        names(json, member.userId(), parentId, sponsorId);
        place(json, member.position(), member.level());
        if (member.updatedAtMicros() == Member.NEVER && !member.suspended()) {
            time(json.add(CREATED_AT), member.joinedAtMicros());
            json.add(NEVER_CHANGED).add(member.downline());
        } else {
            times(json, member.joinedAtMicros(), member.updatedAtMicros());
            json.add(SUSPENDED).add(member.suspended());
            json.add(DOWNLINE).add(member.downline());
        }
    }

    private static void names(AsciiText json, UUID userId, @Nullable UUID parentId, @Nullable UUID sponsorId) {
        json.add(ID).add(userId).add(USER_ID).repeat(AsciiText.ID_BYTES + USER_ID.length, AsciiText.ID_BYTES);
        id(json.add(PARENT_ID), parentId);
        id(json.add(SPONSOR_ID), sponsorId);
    }

    private static void id(AsciiText json, @Nullable UUID id) {
        if (id == null) {
            json.addNull();
        } else {
            json.add('"').add(id).add('"');
        }
    }

    private static void place(AsciiText json, int position, int level) {
        json.add(POSITION);
        if (position > 0) {
            json.add(position);
        } else {
            json.addNull();
        }
        json.add(LEVEL).add(level);
    }

    private static void times(AsciiText json, long joinedAtMicros, long updatedAtMicros) {
        time(json.add(CREATED_AT), joinedAtMicros);
        json.add(UPDATED_AT);
        if (updatedAtMicros == Member.NEVER) {
            json.addNull();
        } else {
            time(json, updatedAtMicros);
        }
    }

    private static void time(AsciiText json, long micros) {
        json.add('"').addTime(micros).add('"');
    }
}
