package io.upline.service.plan.version;

import io.upline.service.network.command.PlanTimeline;
import io.upline.service.network.command.PlanTimeline.Version;
import io.upline.service.network.rule.PlanRule;

/// Every version there is at a time.
///
/// @param nowMicros the database's time, in µs since 1970
record KnownPlans(PlanTimeline timeline, long nowMicros) {
    /// @throws io.upline.service.platform.http.problem.Problem 404 when there is no such version
    Version version(int number) {
        return timeline.find(number).orElseThrow(() -> PlanRule.unknown(Integer.toString(number)));
    }

    /// The version that was to be in force before another one when that was recorded; of the first one, itself.
    Version followedBy(Version version) {
        return timeline.inForce(version.seq() - 1, version.effectiveAtMicros()).orElse(version);
    }

    PlanStatus statusOf(Version version) {
        return PlanStatus.of(version, timeline, nowMicros);
    }
}
