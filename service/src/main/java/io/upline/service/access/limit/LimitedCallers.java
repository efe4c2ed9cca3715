package io.upline.service.access.limit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import io.vertx.core.MultiMap;

/// Callers of one kind: each is counted, told what is left, and refused when nothing is.
///
/// @param <K> what tells callers of that kind apart
final class LimitedCallers<K> {
    private final Policy policy;
    private final Limit<K> limit;
    private final RateLimitFields fields;
    private final Counter refused;

    LimitedCallers(Policy policy, Limit<K> limit) {
        this.policy = policy;
        this.limit = limit;
        fields = new RateLimitFields(policy);
        refused = Counter.builder("upline.requests.limited")
                .description("Requests that were refused because their callers sent too many")
                .tag("by", policy.name())
                .register(Metrics.globalRegistry);
    }

    /// Counts one request of a caller.
    ///
    /// @throws Problem 429 when it is one too many
    void count(K caller, MultiMap reply) {
        var allowance = limit.take(caller);
        fields.write(allowance, reply);
        if (!allowance.isGranted()) {
            refused.increment();
            throw Problem.of(
                    ProblemType.TOO_MANY_REQUESTS,
                    "This %s may send %d requests a second, and has sent more; try again in %d s."
                            .formatted(policy.name(), policy.perSecond(), allowance.waitSeconds()));
        }
    }
}
