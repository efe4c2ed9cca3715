/// The service's routes for members, bonuses, ranks and reports, as the demo uses them, and their replies.
///
/// Read [Network] first. A record holds what the client shows of a reply, not all that the service sends. Money is
/// `BigDecimal` with the scale that the service wrote.
@NullMarked
package io.upline.client.network;

import org.jspecify.annotations.NullMarked;
