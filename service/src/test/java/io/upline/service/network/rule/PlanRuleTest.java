package io.upline.service.network.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.upline.service.network.command.PlanActivation;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.testing.Authors;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanRuleTest {
    private static final long NOW = 1_700_000_000_000_000L;

    @Test
    void aPlanIsScheduledForLaterThanItsOwnEntry() {
        assertThat(PlanRule.effectiveAt(at(Optional.of(NOW + 1)), NOW)).isEqualTo(NOW + 1);
        assertThatThrownBy(() -> PlanRule.effectiveAt(at(Optional.of(NOW)), NOW))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("name a later time");
    }

    @Test
    void aPlanAtOnceIsInForceFromItsOwnEntryOn() {
        assertThat(PlanRule.effectiveAt(at(Optional.empty()), NOW)).isEqualTo(NOW);
    }

    private static PlanActivation at(Optional<Long> micros) {
        return new PlanActivation("a plan", 3, micros, Optional.empty(), Authors.SOMEBODY);
    }
}
