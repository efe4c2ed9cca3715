/// Marking bonuses paid over HTTP.
///
/// Start with [PaymentResource]. It knows nothing of how a bonus came about.
@NullMarked
package io.upline.service.bonus.payment;

import org.jspecify.annotations.NullMarked;
