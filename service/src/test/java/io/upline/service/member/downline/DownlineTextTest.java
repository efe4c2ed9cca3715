package io.upline.service.member.downline;

import static org.assertj.core.api.Assertions.assertThat;

import io.upline.engine.genealogy.Genealogy;
import io.upline.service.member.text.PlainText;
import io.upline.service.network.Located;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownlineTextTest {
    /// Fewer than Jackson nests.
    private static final int NESTED_LEVELS = 400;

    private final PlainText plain = new PlainText();
    private final Genealogy tree = plain.tree();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100, 1_000})
    void aPageOfADownline(int limit) {
        var downline = new DownlineRows(tree, 0);
        var rows = downline.read(Optional.empty(), limit);
        var page = tree.page(0, limit);
        var next = DownlineCursor.of(tree, 0, page.next().orElseThrow());
        assertThat(PlainText.of(downline.json(rows))).isEqualTo(plain.page(page.members(), next));
    }

    @Test
    void thePageOfAnEmptyDownline() {
        var downline = new DownlineRows(tree, PlainText.DEEPEST);
        assertThat(PlainText.of(downline.json(downline.read(Optional.empty(), 1))))
                .isEqualTo(plain.page(new int[0], null));
    }

    @Test
    void aStreamOfLines() throws IOException {
        var out = new ByteArrayOutputStream();
        new DownlineRows(tree, 0).ndjson(Optional.empty(), out);
        var expected = new StringBuilder();
        for (var member : tree.page(0, PlainText.MEMBERS).members()) {
            expected.append(plain.fields(tree.member(member))).append('\n');
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(expected.toString());
    }

    @Test
    void aNestedDownline() {
        var nested = NestedDownline.read(new Located(tree, 0), NESTED_LEVELS, PlainText.MEMBERS);
        assertThat(PlainText.of(nested.json()))
                .isEqualTo(plain.children(0, NESTED_LEVELS).toString());
    }
}
