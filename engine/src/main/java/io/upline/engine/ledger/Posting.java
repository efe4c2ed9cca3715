package io.upline.engine.ledger;

import io.upline.engine.money.Money;

/// An amount that moves from one account to another. Nothing of it ever changes: what was wrong is posted the other
/// way.
///
/// @param kind   why
/// @param from   which account has less afterwards
/// @param to     which has more
/// @param amount how much, more than zero
public record Posting(Kind kind, Account from, Account to, Money amount) {

    /// Why money moves.
    public enum Kind {
        /// A bonus was earned.
        EARNED,
        /// A bonus that was payable is held.
        HELD,
        /// A bonus that was held is payable.
        RELEASED,
        /// A member got money.
        PAID,
        /// Part of a bonus pays what its earner owes.
        SET_OFF,
        /// A bonus was taken back, or part of it.
        REVERSED,
        /// A member was given money by hand.
        CREDITED,
        /// Money was taken from a member by hand.
        DEBITED
    }

    /// @throws IllegalArgumentException for an amount of zero or less, or one that stays where it is
    public Posting {
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException("a posting moves more than nothing, not " + amount);
        }
        if (from.equals(to)) {
            throw new IllegalArgumentException("a posting moves money to another account than " + from);
        }
    }
}
