package io.upline.client.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.upline.client.network.Branch;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TreePictureTest {
    private static final UUID ROOT = new UUID(0xA0000000_00000000L, 0);
    private static final UUID CHILD = new UUID(0xB0000000_00000000L, 0);
    private static final UUID GRANDCHILD = new UUID(0xC0000000_00000000L, 0);
    private static final Naming NAMES =
            member -> member.toString().substring(0, 1).toUpperCase(Locale.ROOT);

    @Test
    void aMemberWhoWasSpilledOverShowsTheSponsor() {
        Branch spilled = new Branch(GRANDCHILD, ROOT, 1_234, null);
        Branch own = new Branch(CHILD, ROOT, 1_235, List.of(spilled));

        assertThat(TreePicture.of(ROOT, List.of(own), NAMES))
                .containsExactly(
                        "A · a0000000                              1,236 below",
                        "└── B · b0000000                          1,235 below",
                        "    └── C · c0000000                      1,234 below   ↷ sponsored by A");
    }

    @Test
    void manyChildrenAreCutAndCounted() {
        List<Branch> many = Collections.nCopies(8, new Branch(CHILD, ROOT, 0, List.of()));

        assertThat(TreePicture.of(ROOT, many, NAMES)).hasSize(7).endsWith("└── and 3 more");
    }
}
