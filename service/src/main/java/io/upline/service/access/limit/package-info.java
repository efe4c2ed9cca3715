/// How much each caller may ask: a bucket of requests for each API key and each person, filled again all the time.
///
/// Start with [RequestLimits]. [CallerBucket] is one caller's, and decides; [RedisBuckets] are what the replicas
/// share; [RateLimitFields] says in the reply what is left.
/// Knows nothing of roles and routes.
@NullMarked
package io.upline.service.access.limit;

import org.jspecify.annotations.NullMarked;
