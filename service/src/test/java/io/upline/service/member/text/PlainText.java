package io.upline.service.member.text;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.upline.engine.genealogy.Genealogy;
import io.upline.engine.genealogy.Leg;
import io.upline.engine.genealogy.Member;
import io.upline.service.platform.http.json.Json;
import io.upline.service.testing.Seeds;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A network of any members, and how Jackson writes them: every form of members is the same, byte for byte.
public final class PlainText {
    /// How many there are.
    public static final int MEMBERS = 3_000;
    /// Children of one.
    public static final int WIDTH = 4;
    /// The last, placed below who came last before.
    public static final int DEEPEST = MEMBERS - 1;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Random random = new Random(Seeds.next());
    private final Genealogy tree = new Genealogy(WIDTH);

    /// Grows a network.
    public PlainText() {
        var writer = tree.writer();
        writer.draft(id(), Genealogy.NONE, time());
        for (int i = 1; i < MEMBERS; i++) {
            var line = i > MEMBERS / 2;
            writer.draft(id(), line ? i - 1 : random.nextInt(i), time());
        }
        writer.publish(1);
        for (int i = 0; i < MEMBERS; i += 7) {
            writer.suspend(i, time(), 2 + i);
        }
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private long time() {
        return random.nextLong(4_000_000_000_000_000L) / 1_000 * (random.nextBoolean() ? 1_000 : 1);
    }

    /// The network.
    public Genealogy tree() {
        return tree;
    }

    /// Members below one, each with those below it.
    public ArrayNode children(int parent, int levels) {
        var children = JSON.createArrayNode();
        for (var leg : levels == 0 ? List.<Leg>of() : tree.legs(parent, 0, WIDTH)) {
            children.add(fields(tree.member(leg.child())).set("children", children(leg.child(), levels - 1)));
        }
        return children;
    }

    /// A page of members.
    public String page(int[] members, @Nullable String next) {
        var items = JSON.createArrayNode();
        IntStream.of(members).mapToObj(tree::member).map(this::fields).forEach(items::add);
        return list(items, next);
    }

    /// The legs of a member.
    public String legs(List<Leg> legs) {
        var items = JSON.createArrayNode();
        for (var leg : legs) {
            items.addObject()
                    .put("user_id", tree.userId(leg.child()).toString())
                    .put("position", leg.position())
                    .put("leg_size", leg.size());
        }
        return list(items, null);
    }

    private String list(ArrayNode items, @Nullable String next) {
        var list = JSON.createObjectNode();
        list.set("items", items);
        return list.put("next", next).put("as_of_seq", tree.asOf()).toString();
    }

    /// What every form has.
    public ObjectNode fields(Member member) {
        var isRoot = member.position() == 0;
        var updatedAt = member.updatedAtMicros();
        return JSON.createObjectNode()
                .put("id", member.userId().toString())
                .put("user_id", member.userId().toString())
                .put("parent_id", idOf(member.parent()))
                .put("sponsor_id", idOf(member.sponsor()))
                .put("position", isRoot ? null : Integer.valueOf(member.position()))
                .put("level", member.level())
                .put("created_at", Json.time(member.joinedAtMicros()))
                .put("updated_at", updatedAt == Member.NEVER ? null : Json.time(updatedAt))
                .put("suspended", member.suspended())
                .put("downline_count", member.downline());
    }

    private @Nullable String idOf(int member) {
        return member == Genealogy.NONE ? null : tree.userId(member).toString();
    }

    /// What was written.
    public static String of(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
