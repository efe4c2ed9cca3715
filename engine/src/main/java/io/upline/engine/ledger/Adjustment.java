package io.upline.engine.ledger;

import io.upline.engine.ledger.Posting.Kind;
import io.upline.engine.money.Money;

/// Money that a member is given, or that is taken from them, by hand. What is given is to be paid; what is taken is
/// owed, and set off against what is paid later.
///
/// @param direction which way it goes
/// @param member    whom it is about
/// @param amount    how much, more than zero
public record Adjustment(Direction direction, int member, Money amount) {

    /// Which way an adjustment goes.
    public enum Direction {
        /// The member has more afterwards.
        CREDIT,
        /// The member has less afterwards.
        DEBIT
    }

    /// @throws IllegalArgumentException for an amount of zero or less
    public Adjustment {
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException("an adjustment is of more than nothing, not " + amount);
        }
    }

    /// Whether somebody else than who asks for it has to approve it.
    ///
    /// @param limit the largest amount that needs nobody's approval
    /// @throws IllegalArgumentException for a limit in another currency
    public boolean needsApproval(Money limit) {
        return amount.compareTo(limit) > 0;
    }

    /// What moves when it is posted.
    public Posting posting() {
        return switch (direction) {
            case CREDIT -> new Posting(Kind.CREDITED, new Account.Adjustment(), new Account.Payable(member), amount);
            case DEBIT -> new Posting(Kind.DEBITED, new Account.Owed(member), new Account.Adjustment(), amount);
        };
    }
}
