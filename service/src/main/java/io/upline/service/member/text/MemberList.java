package io.upline.service.member.text;

import io.upline.engine.genealogy.Genealogy;
import io.upline.engine.genealogy.Member;
import io.upline.service.platform.http.json.AsciiText;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.IntUnaryOperator;

/// Members in their order, to be written when the writer no longer waits.
///
/// @param members as of one moment, when they were read steadily
public record MemberList(Genealogy tree, List<Member> members) {
    /// Room for one in any form, so that a text seldom has to grow.
    private static final int MEMBER_BYTES = 400;

    private static final byte[] ITEMS = AsciiText.constant("{\"items\":[");
    private static final byte[] NEXT = AsciiText.constant("],\"next\":");
    private static final byte[] SEQ = AsciiText.constant(",\"as_of_seq\":");

    /// Reads members. O(size).
    ///
    /// @param memberAt the index of each in the tree, by its place in the list from 0
    public static MemberList read(Genealogy tree, int size, IntUnaryOperator memberAt) {
        return new MemberList(tree, tree.members(size, memberAt));
    }

    /// An empty text with room for these members.
    public AsciiText text() {
        return new AsciiText((members.size() + 1) * MEMBER_BYTES);
    }

    /// The ids that they name.
    public RecentIds ids() {
        return new RecentIds(tree, members);
    }

    /// As a page: `{"items": […], "next": …, "as_of_seq": …}`. O(members).
    ///
    /// @param next the cursor of the next page, in the letters that cursors have
    public byte[] page(Optional<String> next, long asOf) {
        var ids = ids();
        return page((json, member) -> MemberJson.fields(json, ids, member), next, asOf);
    }

    /// The same with nothing of the members but their ids and levels.
    public byte[] pageOfIds(Optional<String> next, long asOf) {
        return page(MemberJson::idAndLevel, next, asOf);
    }

    private byte[] page(BiConsumer<AsciiText, Member> fields, Optional<String> next, long asOf) {
        var text = text().add(ITEMS);
        for (int i = 0; i < members.size(); i++) {
            if (i > 0) {
                text.add(',');
            }
            fields.accept(text.add('{'), members.get(i));
            text.add('}');
        }
        text.add(NEXT);
        next.ifPresentOrElse(
                cursor -> text.add('"').add(AsciiText.constant(cursor)).add('"'), text::addNull);
        return text.add(SEQ).add(asOf).add('}').bytes();
    }
}
