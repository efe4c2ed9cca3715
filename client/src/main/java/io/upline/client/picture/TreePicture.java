package io.upline.client.picture;

import io.upline.client.network.Branch;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// The top of a network as a tree: who stands below whom, how many stand below each, and who was spilled over.
///
/// The depth is that of the branches it is given, which callers keep small.
public final class TreePicture {
    private static final int SHOWN_CHILDREN = 5;
    private static final int COUNT = 7;

    private final Naming naming;
    private final List<String> lines = new ArrayList<>();

    private TreePicture(Naming naming) {
        this.naming = naming;
    }

    /// The lines of a tree with `root` at its top and `children` below.
    public static List<String> of(UUID root, List<Branch> children, Naming naming) {
        TreePicture picture = new TreePicture(naming);
        long total =
                children.stream().mapToLong(child -> child.downlineCount() + 1).sum();
        picture.line(naming.label(root), total, "");
        picture.branches(root, children, "");
        return List.copyOf(picture.lines);
    }

    private void branches(UUID parent, List<Branch> children, String indent) {
        int shown = Math.min(children.size(), SHOWN_CHILDREN);
        int hidden = children.size() - shown;
        for (int i = 0; i < shown; i++) {
            boolean last = i == children.size() - 1;
            branch(parent, children.get(i), indent + (last ? "└── " : "├── "));
            branches(children.get(i).userId(), children.get(i).below(), indent + (last ? "    " : "│   "));
        }
        if (hidden > 0) {
            lines.add(indent + "└── and " + hidden + " more");
        }
    }

    private void branch(UUID parent, Branch child, String indent) {
        UUID sponsor = Objects.requireNonNullElse(child.sponsorId(), parent);
        String note = sponsor.equals(parent) ? "" : "   ↷ sponsored by " + naming.nameOf(sponsor);
        line(indent + naming.label(child.userId()), child.downlineCount(), note);
    }

    private void line(String label, long below, String note) {
        String text = Columns.left(label, Columns.LABEL) + Columns.count(below, COUNT) + " below" + note;
        lines.add(text);
    }
}
