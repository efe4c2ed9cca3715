package io.upline.service.plan.version;

import io.upline.service.network.command.PlanTimeline;
import io.upline.service.network.command.PlanTimeline.Version;
import java.util.Locale;

/// How a version of the plan stands at a time.
enum PlanStatus {
    /// Events are paid by it.
    IN_FORCE,
    /// Its time has not come.
    SCHEDULED,
    /// Another one came in force after it.
    PAST,
    /// It was taken back before its time came.
    WITHDRAWN;

    static PlanStatus of(Version version, PlanTimeline timeline, long nowMicros) {
        if (version.isWithdrawn()) {
            return WITHDRAWN;
        }
        if (version.effectiveAtMicros() > nowMicros) {
            return SCHEDULED;
        }
        return timeline.inForce(nowMicros).filter(version::equals).isPresent() ? IN_FORCE : PAST;
    }

    /// As replies write it.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
