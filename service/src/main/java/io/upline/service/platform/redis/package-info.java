/// The Redis beside the service, which is never the truth and may be away at any moment.
///
/// Start with [Redis]: it answers in time or not at all. Knows no feature.
@NullMarked
package io.upline.service.platform.redis;

import org.jspecify.annotations.NullMarked;
