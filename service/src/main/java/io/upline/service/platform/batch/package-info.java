/// Group commit: concurrent requests share one transaction. It knows neither members nor bonuses.
///
/// Start with [GroupCommit].
@NullMarked
package io.upline.service.platform.batch;

import org.jspecify.annotations.NullMarked;
