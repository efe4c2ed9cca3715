package io.upline.engine.ledger;

/// Where money is: with the company, or with a member. Every amount is in exactly one account, and all balances
/// together are zero.
public sealed interface Account {

    /// What the company has spent on bonuses of one type; never above zero.
    ///
    /// @param bonusType the name of the trigger that paid
    record Expense(String bonusType) implements Account {}

    /// What was credited and debited by hand, seen from the company.
    record Adjustment() implements Account {}

    /// Earned, and held until a date; never below zero.
    ///
    /// @param member whose it is
    record Held(int member) implements Account {}

    /// Earned, and to be paid; never below zero.
    ///
    /// @param member whose it is
    record Payable(int member) implements Account {}

    /// What a member got; never below zero.
    ///
    /// @param member whose it is
    record PaidOut(int member) implements Account {}

    /// What was taken back after it had been paid, or taken by hand; never above zero. Later earnings are set off
    /// against it before anything of them is paid.
    ///
    /// @param member who owes it
    record Owed(int member) implements Account {}
}
