package io.upline.service.bonus.money;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The plan in `plans/money.yaml`: purchases and preorders pay the same percentages, and those of preorders are held.
public final class MoneyPlan implements QuarkusTestProfile {
    private static final List<BigDecimal> PERCENTS =
            Stream.of("10", "5", "2.5").map(BigDecimal::new).toList();

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("PLAN", "src/test/resources/plans/money.yaml");
    }

    /// What an event of that amount pays the levels above.
    static List<BigDecimal> shares(BigDecimal amount) {
        return PERCENTS.stream()
                .map(percent -> amount.multiply(percent).movePointLeft(2).setScale(2, RoundingMode.HALF_UP))
                .toList();
    }
}
