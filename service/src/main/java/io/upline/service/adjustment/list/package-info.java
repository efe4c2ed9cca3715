/// Reading adjustments over HTTP.
///
/// Start with [AdjustmentListResource]. It only reads, by [io.upline.service.adjustment.AdjustmentTable].
@NullMarked
package io.upline.service.adjustment.list;

import org.jspecify.annotations.NullMarked;
