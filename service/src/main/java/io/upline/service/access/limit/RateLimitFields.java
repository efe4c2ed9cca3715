package io.upline.service.access.limit;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

/// Tells callers what they have left, in the fields of draft-ietf-httpapi-ratelimit-headers-10, so that they can slow
/// down before they are refused.
final class RateLimitFields {
    private static final CharSequence POLICY = HttpHeaders.createOptimized("RateLimit-Policy");
    private static final CharSequence LIMIT = HttpHeaders.createOptimized("RateLimit");
    private static final CharSequence RETRY_AFTER = HttpHeaders.createOptimized("Retry-After");

    private final CharSequence policy;
    private final String limitUpToLeft;

    RateLimitFields(Policy policy) {
        var name = '"' + policy.name() + '"';
        this.policy = HttpHeaders.createOptimized(name + ";q=" + policy.burst() + ";w=" + Policy.BURST_SECONDS);
        limitUpToLeft = name + ";r=";
    }

    /// Writes them into the headers of the reply.
    void write(Allowance allowance, MultiMap reply) {
        var seconds = allowance.waitSeconds();
        reply.set(POLICY, policy);
        reply.set(LIMIT, limitUpToLeft + allowance.left() + ";t=" + seconds);
        if (!allowance.isGranted()) {
            reply.set(RETRY_AFTER, Long.toString(seconds));
        }
    }
}
