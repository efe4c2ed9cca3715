package io.upline.client.faults.audit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// The placement rule, obviously right: for each newcomer a breadth-first search below the sponsor. A sponsor's next
/// search goes on where the last one ended, because whoever was full stays full.
public final class SpilloverModel {
    private final int width;
    private final SequencedMap<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Queue<Node>> searches = new HashMap<>();

    /// An empty network.
    public SpilloverModel(int width) {
        this.width = width;
    }

    /// A member and where they stand.
    ///
    /// @param position 0 for a root
    public record Node(
            String id, @Nullable Node parent, @Nullable String sponsor, int position, int level, List<Node> children) {}

    /// Places a newcomer under a sponsor, or as a root when that is empty.
    public Node join(String id, String sponsor) {
        if (sponsor.isEmpty()) {
            return keep(new Node(id, null, null, 0, 1, new ArrayList<>()));
        }
        var parent = firstOpen(sponsor);
        var node = new Node(id, parent, sponsor, parent.children.size() + 1, parent.level + 1, new ArrayList<>());
        parent.children.add(node);
        return keep(node);
    }

    private Node keep(Node node) {
        nodes.put(node.id, node);
        return node;
    }

    private Node firstOpen(String sponsor) {
        var waiting = searches.computeIfAbsent(sponsor, id -> new ArrayDeque<>(List.of(of(id))));
        while (waiting.element().children.size() >= width) {
            waiting.addAll(waiting.remove().children);
        }
        return waiting.element();
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
        var counts = new HashMap<String, Integer>();
        for (var node : nodes.sequencedValues().reversed()) {
            counts.putIfAbsent(node.id, 0);
            if (node.parent != null) {
                counts.merge(node.parent.id, 1 + counts.get(node.id), Integer::sum);
            }
        }
        return counts;
    }

    /// Everybody, in order of birth.
    public List<Node> all() {
        return List.copyOf(nodes.values());
    }
}
