@NullMarked
package io.upline.service.platform.idempotency;

import org.jspecify.annotations.NullMarked;
