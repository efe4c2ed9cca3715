package io.upline.service.member;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.upline.engine.genealogy.Genealogy;
import io.upline.engine.genealogy.Leg;
import io.upline.engine.genealogy.Line;
import io.upline.engine.genealogy.Member;
import io.upline.service.network.Located;
import io.upline.service.platform.http.json.Json;
import io.upline.service.testing.Seeds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every form of members, byte for byte as Jackson writes the same fields.
class MemberTextTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MEMBERS = 3_000;
    private static final int WIDTH = 4;
    /// Fewer than Jackson nests.
    private static final int NESTED_LEVELS = 400;
    /// The last, placed below who came last before.
    private static final int DEEPEST = MEMBERS - 1;

    private final Random random = new Random(Seeds.next());
    private final Genealogy tree = new Genealogy(WIDTH);

    @BeforeEach
    void grow() {
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

    @Test
    void aRecord() {
        for (int i = 0; i < MEMBERS; i++) {
            var member = tree.member(i);
            var record = fields(member)
                    .put("frontline_count", member.frontline())
                    .put("sponsored_count", member.sponsored())
                    .put("as_of_seq", member.asOf());
            assertThat(text(MemberJson.record(tree, member))).isEqualTo(record.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100, 1_000})
    void aPageOfADownline(int limit) {
        var downline = new DownlineRows(tree, 0);
        var rows = downline.read(Optional.empty(), limit);
        var page = tree.page(0, limit);
        var next = DownlineCursor.of(tree, 0, page.next().orElseThrow());
        assertThat(text(downline.json(rows))).isEqualTo(page(page.members(), next));
    }

    @Test
    void thePageOfAnEmptyDownline() {
        var downline = new DownlineRows(tree, DEEPEST);
        assertThat(text(downline.json(downline.read(Optional.empty(), 1)))).isEqualTo(page(new int[0], null));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 1_000})
    void aPageOfAnUpline(int limit) {
        var at = new Located(tree, DEEPEST);
        for (var line : Line.values()) {
            var start = UplineCursor.read(tree, DEEPEST, line, null);
            var ancestors = tree.upline(DEEPEST, line, limit);
            var end = start.after(tree, DEEPEST, line, ancestors[ancestors.length - 1], ancestors.length);
            var next = ancestors.length < limit ? null : end.text(tree, DEEPEST, line);
            assertThat(text(UplinePage.read(at, line, start, limit).json())).isEqualTo(page(ancestors, next));
        }
    }

    @Test
    void aStreamOfLines() throws IOException {
        var out = new ByteArrayOutputStream();
        new DownlineRows(tree, 0).ndjson(Optional.empty(), out);
        var expected = new StringBuilder();
        for (var member : tree.page(0, MEMBERS).members()) {
            expected.append(fields(tree.member(member))).append('\n');
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(expected.toString());
    }

    @Test
    void aNestedDownline() {
        var nested = NestedDownline.read(new Located(tree, 0), NESTED_LEVELS, MEMBERS);
        assertThat(text(nested.json())).isEqualTo(children(0, NESTED_LEVELS).toString());
    }

    @Test
    void legs() {
        var legs = tree.legs(0, 0, WIDTH);
        var items = JSON.createArrayNode();
        for (var leg : legs) {
            items.addObject()
                    .put("user_id", tree.userId(leg.child()).toString())
                    .put("position", leg.position())
                    .put("leg_size", leg.size());
        }
        assertThat(text(LegsJson.bytes(tree, legs, tree.asOf())))
                .isEqualTo(list(items, null).toString());
    }

    private ArrayNode children(int parent, int levels) {
        var children = JSON.createArrayNode();
        for (var leg : levels == 0 ? List.<Leg>of() : tree.legs(parent, 0, WIDTH)) {
            children.add(fields(tree.member(leg.child())).set("children", children(leg.child(), levels - 1)));
        }
        return children;
    }

    private String page(int[] members, @Nullable String next) {
        var items = JSON.createArrayNode();
        IntStream.of(members).mapToObj(tree::member).map(this::fields).forEach(items::add);
        return list(items, next).toString();
    }

    private ObjectNode list(ArrayNode items, @Nullable String next) {
        var list = JSON.createObjectNode();
        list.set("items", items);
        return list.put("next", next).put("as_of_seq", tree.asOf());
    }

    private ObjectNode fields(Member member) {
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

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
