package io.upline.client.faults.audit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The placement rule, obviously right: for each newcomer a breadth-first search below the sponsor. Until somebody
/// moves, a sponsor's next search goes on where the last one ended, because whoever was full stays full.
public final class SpilloverModel {
    private final int width;
    private final SequencedMap<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Queue<Node>> searches = new HashMap<>();

    /// An empty network.
    public SpilloverModel(int width) {
        this.width = width;
    }

    /// A member and where they stand.
    public static final class Node {
        private final String id;
        private final SortedMap<Integer, Node> children = new TreeMap<>();
        private @Nullable Node parent;
        private int position;
        private @Nullable String sponsor;
        private boolean suspended;

        private Node(String id, @Nullable String sponsor) {
            this.id = id;
            this.sponsor = sponsor;
        }

        /// Who it is.
        public String id() {
            return id;
        }

        /// Under whom; null for a root.
        public @Nullable Node parent() {
            return parent;
        }

        /// In which slot; 0 for a root.
        public int position() {
            return position;
        }

        /// Brought in by whom; null for a root.
        public @Nullable String sponsor() {
            return sponsor;
        }

        /// From left to right.
        public Collection<Node> children() {
            return children.values();
        }

        boolean isSuspended() {
            return suspended;
        }

        /// 1 for a root.
        public int level() {
            var level = 1;
            for (var above = parent; above != null; above = above.parent) {
                level++;
            }
            return level;
        }

        private void stand(Node under, int at) {
            parent = under;
            position = at;
            under.children.put(at, this);
        }

        private int leftmostFree() {
            var free = 1;
            while (children.containsKey(free)) {
                free++;
            }
            return free;
        }
    }

    /// Places a newcomer under a sponsor, or as a root when that is empty.
    public Node join(String id, String sponsor) {
        var node = new Node(id, sponsor.isEmpty() ? null : sponsor);
        if (!sponsor.isEmpty()) {
            var parent = firstOpen(sponsor);
            node.stand(parent, parent.leftmostFree());
        }
        nodes.put(id, node);
        return node;
    }

    private Node firstOpen(String sponsor) {
        var waiting = searches.computeIfAbsent(sponsor, id -> new ArrayDeque<>(List.of(of(id))));
        while (waiting.element().children.size() >= width) {
            waiting.addAll(waiting.remove().children.values());
        }
        return waiting.element();
    }

    /// Gives a member another place, with everybody below.
    ///
    /// @return false when that place is taken, or below the member
    boolean move(String id, String parentId, int position) {
        var node = of(id);
        var parent = of(parentId);
        if (parent.children.containsKey(position) || position > width || isBelow(parent, node)) {
            return false;
        }
        searches.clear();
        if (node.parent != null) {
            node.parent.children.remove(node.position);
        }
        node.stand(parent, position);
        return true;
    }

    private static boolean isBelow(Node node, Node top) {
        for (@Nullable Node above = node; above != null; above = above.parent) {
            if (above.equals(top)) {
                return true;
            }
        }
        return false;
    }

    void changeSponsor(String id, String sponsor) {
        of(id).sponsor = sponsor;
    }

    void suspend(String id) {
        of(id).suspended = true;
    }

    void reinstate(String id) {
        of(id).suspended = false;
    }

    /// A member that must be there.
    public Node of(String id) {
        var node = nodes.get(id);
        if (node == null) {
            throw new AssertionError(id + " is not in the model");
        }
        return node;
    }

    /// Whether a member is there.
    public boolean has(String id) {
        return nodes.containsKey(id);
    }

    /// How many members everyone has below them, by id.
    public Map<String, Integer> downlines() {
        var levels = new HashMap<Node, Integer>();
        nodes.values().forEach(node -> levels.put(node, node.level()));
        var deepestFirst = new ArrayList<>(nodes.values());
        deepestFirst.sort(Comparator.comparingInt(node -> -levels.getOrDefault(node, 0)));
        var counts = new HashMap<String, Integer>();
        for (var node : deepestFirst) {
            counts.putIfAbsent(node.id, 0);
            if (node.parent != null) {
                counts.merge(node.parent.id, 1 + counts.getOrDefault(node.id, 0), Integer::sum);
            }
        }
        return counts;
    }

    /// Everybody, in order of birth.
    public List<Node> all() {
        return List.copyOf(nodes.values());
    }
}
