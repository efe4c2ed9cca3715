/// Balances and postings, read; and the checkpoints that keep reading quick.
///
/// Start with [BalanceResource]; [Checkpoints] says how balances are kept near the last posting without a row that
/// everybody who posts would have to wait for.
@NullMarked
package io.upline.service.ledger.balance;

import org.jspecify.annotations.NullMarked;
