package io.upline.service.member;

import static io.upline.service.member.text.PlainText.DEEPEST;
import static org.assertj.core.api.Assertions.assertThat;

import io.upline.engine.genealogy.Line;
import io.upline.service.member.text.PlainText;
import io.upline.service.network.Located;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineTextTest {
    private final PlainText plain = new PlainText();

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 1_000})
    void aPageOfAnUpline(int limit) {
        var tree = plain.tree();
        var at = new Located(tree, DEEPEST);
        for (var line : Line.values()) {
            var start = UplineCursor.read(tree, DEEPEST, line, null);
            var ancestors = tree.upline(DEEPEST, line, limit);
            var end = start.after(tree, DEEPEST, line, ancestors[ancestors.length - 1], ancestors.length);
            var next = ancestors.length < limit ? null : end.text(tree, DEEPEST, line);
            assertThat(PlainText.of(UplinePage.read(at, line, start, limit).json()))
                    .isEqualTo(plain.page(ancestors, next));
        }
    }

    @Test
    void legs() {
        var tree = plain.tree();
        var legs = tree.legs(0, 0, PlainText.WIDTH);
        assertThat(PlainText.of(LegsJson.bytes(tree, legs, tree.asOf()))).isEqualTo(plain.legs(legs));
    }
}
