/// The SQL of a batch of distributions: events, what they pay, and what may happen once only.
///
/// Start with [EventTable] and [OnceTable]. The caller holds the transaction. Nothing is decided here but whether a
/// reference was used for something else, in [PaidBefore].
@NullMarked
package io.upline.service.bonus.distribution.table;

import org.jspecify.annotations.NullMarked;
