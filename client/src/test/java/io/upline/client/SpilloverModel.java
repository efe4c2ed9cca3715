package io.upline.client;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The placement rule, obviously right and slow: for each newcomer a breadth-first search below the sponsor.
final class SpilloverModel {
    private final int width;
    private final Map<String, Node> nodes = new HashMap<>();

    SpilloverModel(int width) {
        this.width = width;
    }

    /// A member and where they stand.
    record Node(
            String id, @Nullable Node parent, @Nullable String sponsor, int position, int level, List<Node> children) {
        int downline() {
            var count = 0;
            var waiting = new ArrayDeque<>(children);
            while (!waiting.isEmpty()) {
                count++;
                waiting.addAll(waiting.remove().children);
            }
            return count;
        }
    }

    void join(String id, String sponsor) {
        if (sponsor.isEmpty()) {
            nodes.put(id, new Node(id, null, null, 0, 1, new ArrayList<>()));
            return;
        }
        var parent = firstOpen(sponsor);
        var node = new Node(id, parent, sponsor, parent.children.size() + 1, parent.level + 1, new ArrayList<>());
        parent.children.add(node);
        nodes.put(id, node);
    }

    private Node firstOpen(String sponsor) {
        var waiting = new ArrayDeque<Node>();
        waiting.add(of(sponsor));
        while (waiting.element().children.size() >= width) {
            waiting.addAll(waiting.remove().children);
        }
        return waiting.element();
    }

    Node of(String id) {
        var node = nodes.get(id);
        if (node == null) {
            throw new AssertionError(id + " is not in the model");
        }
        return node;
    }

    boolean has(String id) {
        return nodes.containsKey(id);
    }

    int size() {
        return nodes.size();
    }

    List<Node> roots() {
        return nodes.values().stream().filter(node -> node.parent == null).toList();
    }
}
