/// Makes a repeated POST safe: the first answer is kept with the work itself and given again.
///
/// Start with [IdempotencyKey]; [StoredReplies] is the table.
@NullMarked
package io.upline.service.platform.idempotency;

import org.jspecify.annotations.NullMarked;
