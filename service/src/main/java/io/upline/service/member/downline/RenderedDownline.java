package io.upline.service.member.downline;

import io.upline.engine.genealogy.Edition;
import io.upline.engine.genealogy.Genealogy;
import io.upline.service.document.Document;
import io.upline.service.document.DocumentMark;
import io.upline.service.network.Located;
import java.util.Optional;
import java.util.regex.Pattern;

/// A nested downline of all levels as it is sent. It is not changed any more.
final class RenderedDownline {
    /// Members, levels, and the most members that were allowed.
    private static final Pattern NOTE = Pattern.compile("(\\d{1,9})/(\\d{1,9})/(\\d{1,9})");

    private final byte[] json;
    private final Size size;

    private RenderedDownline(byte[] json, Size size) {
        this.json = json;
        this.size = size;
    }

    /// What is in it.
    ///
    /// @param members how many
    /// @param levels how many
    /// @param total how many the whole downline has
    record Size(int members, int levels, int total) {}

    /// Reads and writes it. O(members in it).
    static RenderedDownline of(Located at, int levels, int maxMembers) {
        var nested = NestedDownline.read(at, levels, maxMembers);
        var downline = nested.downline();
        return new RenderedDownline(nested.json(), new Size(downline.size(), downline.levels(), downline.total()));
    }

    /// What another replica wrote under the same limits; empty when it has others.
    static Optional<RenderedDownline> of(Document document, int maxMembers) {
        var note = NOTE.matcher(document.mark().note());
        if (!note.matches() || !note.group(3).equals(Integer.toString(maxMembers))) {
            return Optional.empty();
        }
        var size = new Size(
                Integer.parseInt(note.group(1)),
                Integer.parseInt(note.group(2)),
                document.mark().edition().members());
        return Optional.of(new RenderedDownline(document.json(), size));
    }

    /// For other replicas.
    Document document(Genealogy tree, long asOf, Edition edition, int maxMembers) {
        var note = size.members + "/" + size.levels + "/" + maxMembers;
        return new Document(DocumentMark.of(tree, asOf, edition, note), json);
    }

    byte[] json() {
        return json;
    }

    Size size() {
        return size;
    }

    boolean isCut() {
        return size.members < size.total;
    }
}
