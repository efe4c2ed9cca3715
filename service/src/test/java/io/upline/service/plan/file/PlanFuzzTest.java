package io.upline.service.plan.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.upline.service.plan.yaml.Mistake;
import io.upline.service.testing.Seeds;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The built-in plan with random damage: reading it never throws. `UPLINE_SEED` replays a run.
class PlanFuzzTest {

    private static final int ROUNDS = 5_000;
    private static final int DAMAGES_MAX = 6;
    private static final List<String> SPLINTERS = List.of(
            "",
            " ",
            "\n",
            "\t",
            ":",
            ": ",
            "- ",
            "[",
            "]",
            "{",
            "}",
            "\"",
            "'",
            "#",
            "&a ",
            "*a",
            "!!int ",
            "? ",
            "---\n",
            "...\n",
            "%YAML 9\n",
            "|\n",
            ">",
            "<<: ",
            "-1",
            "1e9",
            "0",
            "null",
            "~",
            "\u0000",
            "\u0085",
            "\u2028",
            "\ufeff",
            "\ud83d",
            "钻",
            "\r",
            "\r\n",
            "currency: EUR\n",
            "  downline: 3\n",
            "99999999999999999999");

    @Test
    void damageNeverThrowsAndAlwaysGivesAPlanOrMistakesInTheFile() {
        long seed = Seeds.next();
        Random random = new Random(seed);
        String intact = PlanFile.builtIn();
        for (int round = 0; round < ROUNDS; round++) {
            check(damaged(intact, random), "UPLINE_SEED=" + seed + ", round " + round);
        }
    }

    private static void check(String text, String run) {
        long lines = Math.max(1, text.lines().count());
        switch (PlanFile.read(text)) {
            case Reading.Valid(var plan) ->
                assertThat(PlanFile.read(PlanFile.write(plan))).as(run).isEqualTo(new Reading.Valid(plan));
            case Reading.Invalid(List<Mistake> mistakes) ->
                assertThat(mistakes).as(run).isNotEmpty().allSatisfy(mistake -> {
                    assertThat(mistake.line()).isBetween(1, (int) lines);
                    assertThat(mistake.sentence()).isNotBlank().doesNotContain("\n");
                });
        }
    }

    private static String damaged(String intact, Random random) {
        StringBuilder text = new StringBuilder(intact);
        for (int i = 0; i <= random.nextInt(DAMAGES_MAX); i++) {
            int from = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), from + random.nextInt(random.nextInt(30) + 1));
            text.replace(from, to, splinter(intact, random));
        }
        return text.toString();
    }

    private static String splinter(String intact, Random random) {
        if (random.nextInt(3) > 0) {
            return SPLINTERS.get(random.nextInt(SPLINTERS.size()));
        }
        int from = random.nextInt(intact.length());
        return intact.substring(from, Math.min(intact.length(), from + random.nextInt(60)));
    }
}
