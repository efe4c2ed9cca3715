package io.upline.service.member;

import io.upline.engine.genealogy.Edition;
import io.upline.engine.genealogy.Genealogy;
import io.upline.engine.genealogy.Member;
import io.upline.service.document.Document;
import io.upline.service.document.DocumentMark;
import io.upline.service.document.DocumentName;
import io.upline.service.document.DocumentName.Kind;
import io.upline.service.document.SharedDocuments;
import jakarta.inject.Singleton;

/// Records of members for other services. This one does not read them: it writes a record faster than it asks.
@Singleton
class SharedRecords {
    private static final String NO_NOTE = "-";

    private final SharedDocuments shared;

    SharedRecords(SharedDocuments shared) {
        this.shared = shared;
    }

    /// Shares a record that was just written, when it is wanted. O(1).
    ///
    /// @param edition of the member's downline, asked for before the member was read
    void share(Genealogy tree, Member member, Edition edition, byte[] json) {
        var name = new DocumentName(Kind.MEMBER, member.userId());
        if (shared.isWanted(name) && tree.isOf(edition, member.index())) {
            shared.offer(name, new Document(DocumentMark.of(tree, member.asOf(), edition, NO_NOTE), json));
        }
    }
}
