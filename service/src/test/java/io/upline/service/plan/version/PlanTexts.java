package io.upline.service.plan.version;

import io.upline.service.openapi.Documented;
import io.upline.service.plan.file.PlanFile;
import java.util.concurrent.atomic.AtomicInteger;

/// Plans that differ from all others, and what they are sent with.
final class PlanTexts {
    static final String PLANS = "/mlm/plans";
    static final String PLAN = "/mlm/plans/{version}";

    private static final AtomicInteger DAYS = new AtomicInteger();

    private PlanTexts() {}

    /// The built-in plan, with purchases held for another number of days each time.
    static String another() {
        return PlanFile.builtIn()
                .replace("  purchase:\n", "  purchase:\n    hold_days: " + DAYS.incrementAndGet() + "\n");
    }

    /// Puts another plan in force and returns its version.
    static int activate() {
        return activate("");
    }

    /// Sends another plan and returns its version.
    static int activate(String query) {
        return Documented.postYaml(PLANS, query, another())
                .statusCode(200)
                .extract()
                .path("version");
    }
}
