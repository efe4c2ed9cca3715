package io.upline.service.bonus.why;

import static org.assertj.core.api.Assertions.assertThat;

import io.upline.engine.plan.Compression;
import io.upline.service.bonus.why.LineThen.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineThenTest {
    /// A line: `.` for a member, `s` for one who was suspended; the last one is the earner.
    static LineThen line(String members, Compression compression) {
        var standings = new ArrayList<Standing>();
        for (int i = 0; i < members.length(); i++) {
            standings.add(
                    new Standing(new UUID(0, i + 1L), i + 1, members.charAt(i) == 's', i == members.length() - 1));
        }
        return LineThen.of(standings, compression);
    }

    @ParameterizedTest
    @CsvSource({
        ".,      NONE,     1",
        "...,    NONE,     1 2 3",
        "s..,    NONE,     1 2 3",
        "...,    STANDARD, 1 2 3",
        "s.,     STANDARD, null 1",
        ".ss.s., STANDARD, 1 null null 2 null 3"
    })
    void levelsAreCountedAsTheRuleDoes(String members, Compression compression, String levels) {
        var line = line(members, compression);
        assertThat(line.ancestors().stream().map(ancestor -> String.valueOf(ancestor.level())))
                .containsExactly(levels.split(" ", -1));
        assertThat(line.isComplete()).isTrue();
    }

    @Test
    void aLineThatDoesNotEndWithTheEarnerIsNotComplete() {
        var stranger = new Standing(new UUID(0, 1), 1, false, false);
        assertThat(LineThen.of(List.of(stranger), Compression.NONE).isComplete())
                .isFalse();
        assertThat(LineThen.of(List.of(), Compression.NONE).isComplete()).isFalse();
    }
}
