package io.upline.engine.genealogy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A genealogy that is obviously right: objects, lists and plain breadth-first search. Slow, and only for tests.
final class NaiveGenealogy {
    /// A member as an object.
    static final class Node {
        final int index;
        UUID userId;

        @Nullable
        Node sponsor;

        @Nullable
        Node parent;

        int position;
        boolean suspended;
        long updatedAt = Member.NEVER;
        final List<Node> children = new ArrayList<>();
        final List<Node> sponsored = new ArrayList<>();

        Node(int index, UUID userId, @Nullable Node sponsor, @Nullable Node parent, int position) {
            this.index = index;
            this.userId = userId;
            this.sponsor = sponsor;
            this.parent = parent;
            this.position = position;
        }
    }

    final List<Node> nodes = new ArrayList<>();
    /// Who got another sponsor, in order of these changes, each with how many members there were.
    final List<Responsored> responsored = new ArrayList<>();

    /// The ids that members had before.
    final Set<UUID> renamed = new HashSet<>();

    int width;
    int visible;

    record Responsored(int member, int membersBefore) {}

    NaiveGenealogy(int width) {
        this.width = width;
    }

    Node draft(UUID userId, int sponsor) {
        if (sponsor == Genealogy.NONE) {
            return draftAt(userId, Genealogy.NONE, Genealogy.NONE, 0);
        }
        Node parent = firstOpen(nodes.get(sponsor));
        return draftAt(userId, sponsor, parent.index, leftmostFree(parent));
    }

    Node draftAt(UUID userId, int sponsor, int parent, int position) {
        Node node = new Node(nodes.size(), userId, at(sponsor), at(parent), position);
        nodes.add(node);
        standUnderParent(node);
        if (node.sponsor != null) {
            node.sponsor.sponsored.add(node);
        }
        return node;
    }

    private static void standUnderParent(Node node) {
        if (node.parent != null) {
            node.parent.children.add(node);
            node.parent.children.sort(Comparator.comparingInt(child -> child.position));
        }
    }

    void move(int member, int parent, int position, long at) {
        Node node = node(member);
        if (node.parent != null) {
            node.parent.children.remove(node);
        }
        node.parent = node(parent);
        node.position = position;
        node.updatedAt = at;
        standUnderParent(node);
    }

    void changeSponsor(int member, int sponsor, long at) {
        Node node = node(member);
        if (node.sponsor != null) {
            node.sponsor.sponsored.remove(node);
        }
        node.sponsor = node(sponsor);
        node.sponsor.sponsored.add(node);
        node.updatedAt = at;
        responsored.add(new Responsored(member, nodes.size()));
    }

    void moveAndChangeSponsor(int member, int parent, int position, int sponsor, long at) {
        move(member, parent, position, at);
        changeSponsor(member, sponsor, at);
    }

    void setSuspended(int member, boolean suspended, long at) {
        node(member).suspended = suspended;
        node(member).updatedAt = at;
    }

    void rename(int member, UUID userId, long at) {
        renamed.add(node(member).userId);
        node(member).userId = userId;
        node(member).updatedAt = at;
    }

    boolean isBelow(int member, int top, Line line) {
        return upline(node(member), line).contains(node(top));
    }

    private @Nullable Node at(int index) {
        return index == Genealogy.NONE ? null : nodes.get(index);
    }

    private Node firstOpen(Node sponsor) {
        Queue<Node> queue = new ArrayDeque<>(List.of(sponsor));
        while (queue.element().children.size() >= width) {
            queue.addAll(queue.remove().children);
        }
        return queue.element();
    }

    int leftmostFree(Node parent) {
        return IntStream.iterate(1, position -> position + 1)
                .filter(position -> parent.children.stream().noneMatch(child -> child.position == position))
                .findFirst()
                .orElseThrow();
    }

    void publish() {
        visible = nodes.size();
    }

    void retract() {
        while (nodes.size() > visible) {
            Node last = nodes.removeLast();
            if (last.parent != null) {
                last.parent.children.remove(last);
            }
            if (last.sponsor != null) {
                last.sponsor.sponsored.remove(last);
            }
        }
    }

    Node node(int index) {
        return nodes.get(index);
    }

    List<Node> children(Node member) {
        return member.children.stream().filter(child -> child.index < visible).toList();
    }

    /// In the order in which they became the member's.
    List<Node> sponsored(Node member) {
        return member.sponsored.stream().filter(child -> child.index < visible).toList();
    }

    /// Breadth-first, without the member itself.
    List<Node> downline(Node member) {
        List<Node> found = new ArrayList<>(children(member));
        for (int next = 0; next < found.size(); next++) {
            found.addAll(children(found.get(next)));
        }
        return found;
    }

    /// For each member of a downline the positions of the line from the top to it.
    Map<Integer, String> places(int top) {
        Map<Integer, String> places = new HashMap<>();
        for (Node node : downline(node(top))) {
            String above = places.getOrDefault(RandomNetwork.parentIndex(node), "");
            places.put(node.index, above + "/" + node.position);
        }
        return places;
    }

    int sponsorDownline(Node member) {
        return (int) nodes.subList(0, visible).stream()
                .filter(other -> other != member && upline(other, Line.SPONSOR).contains(member))
                .count();
    }

    List<Node> upline(Node member, Line line) {
        List<Node> found = new ArrayList<>();
        for (Node above = above(member, line); above != null; above = above(above, line)) {
            found.add(above);
        }
        return found;
    }

    private static @Nullable Node above(Node member, Line line) {
        return line == Line.PLACEMENT ? member.parent : member.sponsor;
    }

    int level(Node member) {
        return upline(member, Line.PLACEMENT).size() + 1;
    }
}
