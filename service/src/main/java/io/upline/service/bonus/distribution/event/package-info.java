/// An event from the request to what it pays.
///
/// Start with [DistributionRequest] and [Grounds]. These are values: they know no SQL.
@NullMarked
package io.upline.service.bonus.distribution.event;

import org.jspecify.annotations.NullMarked;
