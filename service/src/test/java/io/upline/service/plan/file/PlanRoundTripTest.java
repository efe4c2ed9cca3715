package io.upline.service.plan.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.upline.engine.plan.Plan;
import io.upline.service.testing.Seeds;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Random plans, written and read again. `UPLINE_SEED` replays a run.
class PlanRoundTripTest {

    private static final int ROUNDS = 500;

    @Test
    void readingWhatWasWrittenGivesTheSamePlan() {
        long seed = Seeds.next();
        RandomPlans plans = new RandomPlans(new Random(seed));
        for (int round = 0; round < ROUNDS; round++) {
            Plan plan = plans.next();
            String text = PlanFile.write(plan);
            assertThat(PlanFile.read(text))
                    .as("UPLINE_SEED=%d, round %d:%n%s", seed, round, text)
                    .isEqualTo(new Reading.Valid(plan));
        }
    }

    @Test
    void theCanonicalTextIsItsOwnCanonicalText() {
        String text = PlanFile.write(SamplePlan.plan());
        assertThat(text).isNotEqualTo(SamplePlan.TEXT);
        assertThat(PlanFile.read(text)).isEqualTo(PlanFile.read(SamplePlan.TEXT));
    }
}
