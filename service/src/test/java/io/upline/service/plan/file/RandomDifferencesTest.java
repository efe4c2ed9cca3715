package io.upline.service.plan.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.upline.engine.plan.Plan;
import io.upline.engine.plan.difference.PlanDifferences;
import io.upline.service.testing.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Random plans, and the same with one line of their text taken out, doubled, moved or exchanged: a difference is told
/// exactly where there is one. `UPLINE_SEED` replays a run.
class RandomDifferencesTest {
    private static final int PLANS = 100;
    private static final int CHANGES = 30;

    @Test
    void plansAreEqualExactlyWhenNothingIsTold() {
        var seed = Seeds.next();
        var random = new Random(seed);
        var plans = new RandomPlans(random);
        var different = 0;
        for (int round = 0; round < PLANS; round++) {
            var plan = plans.next();
            assertTold(plan, plans.next(), seed);
            for (int change = 0; change < CHANGES; change++) {
                different += assertTold(plan, changed(plan, random), seed);
            }
        }
        assertThat(different).as("UPLINE_SEED=%d", seed).isGreaterThan(PLANS);
    }

    /// How many differences there were, 0 or 1.
    private static int assertTold(Plan before, Plan after, long seed) {
        var told = PlanDifferences.between(before, after);
        assertThat(told.isEmpty())
                .as("UPLINE_SEED=%d%n%s%nand%n%s", seed, PlanFile.write(before), PlanFile.write(after))
                .isEqualTo(before.equals(after));
        assertThat(told).doesNotHaveDuplicates();
        return told.isEmpty() ? 0 : 1;
    }

    /// Another plan that is nearly the same; the same one, where the change makes no plan.
    private static Plan changed(Plan plan, Random random) {
        var lines = new ArrayList<>(PlanFile.write(plan).lines().toList());
        var line = random.nextInt(lines.size());
        switch (random.nextInt(4)) {
            case 0 -> lines.remove(line);
            case 1 -> Collections.swap(lines, line, random.nextInt(lines.size()));
            case 2 -> lines.set(line, lines.get(line).replaceFirst("[1-8]", "9"));
            default -> lines.set(line, otherWord(lines.get(line)));
        }
        return switch (PlanFile.read(String.join("\n", lines))) {
            case Reading.Valid(var other) -> other;
            case Reading.Invalid _ -> plan;
        };
    }

    private static String otherWord(String line) {
        return line.replace("per_reference", "per_source")
                .replace("line: placement", "line: sponsor\n        compression: standard")
                .replace("width: ", "width: 100 #")
                .replace("rules:", "hold_days: 77\n    rules:")
                .replace("sponsored:", "downline:")
                .replace("compression: standard", "compression: none");
    }
}
