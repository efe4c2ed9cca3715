package io.upline.service.adjustment;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/// A plan by which adjustments above 50.00 need approval.
public final class HeldPlan implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("PLAN", "src/test/resources/plans/held.yaml");
    }
}
