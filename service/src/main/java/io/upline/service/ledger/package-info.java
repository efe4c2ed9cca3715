/// The ledger: double entry, appended and never changed. Every amount comes from one account and goes to another; a
/// balance is what a checkpoint says and the postings after it.
///
/// Start with [Postings], the only way to post. What moves when, [io.upline.engine.ledger] says. It knows no bonus
/// but by its id.
@NullMarked
package io.upline.service.ledger;

import org.jspecify.annotations.NullMarked;
