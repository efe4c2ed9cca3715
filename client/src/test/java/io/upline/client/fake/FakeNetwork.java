package io.upline.client.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Just enough of a network of width 3 for the demo: placement with spillover, 10.00 for the parent, ranks by
/// downline.
public final class FakeNetwork implements FakeService.Handler {
    private static final int WIDTH = 3;

    private record Node(
            String id, @Nullable Node parent, @Nullable String sponsor, List<Node> children) {
        int level() {
            return parent == null ? 1 : parent.level() + 1;
        }

        int below() {
            return children.stream().mapToInt(child -> child.below() + 1).sum();
        }
    }

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Node> nodes = new HashMap<>();

    /// How many members there are.
    public int size() {
        return nodes.size();
    }

    @Override
    public synchronized Reply handle(String method, String pathAndQuery, InputStream body) throws IOException {
        String path = pathAndQuery.replaceAll("\\?.*", "");
        String last = path.substring(path.lastIndexOf('/') + 1);
        JsonNode request = json.readTree(body);
        return switch (path.replaceAll("/[0-9a-f-]{36}", "")) {
            case "/mlm/root" -> place(request.path("user_id").asText(), null);
            case "/mlm/register" ->
                place(
                        request.path("user_id").asText(),
                        request.path("parent_id").asText());
            case "/mlm/bonus" -> bonus(node(request.path("source_user_id").asText()));
            case "/mlm/rank/evaluate" -> rank(node(last).below());
            case "/mlm/downline" -> Reply.ok(downline(node(last), 3));
            case "/mlm/report/weekly" -> week(node(last));
            default -> Reply.problem(404, "There is no " + path);
        };
    }

    private Node node(String id) {
        Node node = nodes.get(id);
        if (node == null) {
            throw new IllegalStateException("unknown " + id);
        }
        return node;
    }

    private Reply place(String id, @Nullable String sponsor) {
        Node parent = sponsor == null ? null : openPlaceBelow(node(sponsor));
        Node placed = new Node(id, parent, sponsor, new ArrayList<>());
        nodes.put(id, placed);
        if (parent != null) {
            parent.children().add(placed);
        }
        return Reply.ok("{\"id\":\"%s\",\"user_id\":\"%s\",\"parent_id\":%s,\"sponsor_id\":%s,\"level\":%d}"
                .formatted(id, id, quoted(parent == null ? null : parent.id()), quoted(sponsor), placed.level()));
    }

    private static Node openPlaceBelow(Node sponsor) {
        Deque<Node> queue = new ArrayDeque<>(List.of(sponsor));
        while (queue.getFirst().children().size() >= WIDTH) {
            queue.addAll(queue.removeFirst().children());
        }
        return queue.getFirst();
    }

    private static Reply bonus(Node source) {
        String earner = source.parent() == null ? "" : bonusOf(source.parent());
        return Reply.ok("{\"detail\":\"Bonuses distributed\",\"bonuses\":[%s]}".formatted(earner));
    }

    private static String bonusOf(Node earner) {
        return "{\"user_id\":\"%s\",\"level\":1,\"amount\":10.00,\"currency\":\"USD\"}".formatted(earner.id());
    }

    private static Reply rank(int below) {
        @Nullable String rank = below >= 10 ? "Silver" : below >= 3 ? "Bronze" : null;
        return Reply.ok("{\"message\":\"Assigned rank\",\"rank\":%s}".formatted(quoted(rank)));
    }

    private static Reply week(Node member) {
        String bonuses =
                member.children().stream().map(child -> bonusOf(member)).collect(Collectors.joining(","));
        int count = member.children().size();
        return Reply.ok("{\"user_id\":\"%s\",\"total_bonus\":%d.00,\"count\":%d,\"bonuses\":[%s]}"
                .formatted(member.id(), count * 10, count, bonuses));
    }

    private static String downline(Node member, int depth) {
        return member.children().stream()
                .limit(depth > 0 ? WIDTH : 0)
                .map(child -> "{\"user_id\":\"%s\",\"sponsor_id\":%s,\"downline_count\":%d,\"children\":%s}"
                        .formatted(child.id(), quoted(child.sponsor()), child.below(), downline(child, depth - 1)))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String quoted(@Nullable String text) {
        return text == null ? "null" : '"' + text + '"';
    }
}
