/// Tests of balances and postings.
@NullMarked
package io.upline.service.ledger.balance;

import org.jspecify.annotations.NullMarked;
