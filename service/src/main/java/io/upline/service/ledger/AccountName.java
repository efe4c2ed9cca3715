package io.upline.service.ledger;

import io.upline.engine.ledger.Account;
import java.util.Optional;
import java.util.OptionalInt;

/// An account as the tables name it: a word, and whose it is.
///
/// @param word such as `payable`
/// @param member the member's number; empty for an account of the company
/// @param bonusType what the expense is for; empty for any other account
record AccountName(String word, OptionalInt member, Optional<String> bonusType) {
    static AccountName of(Account account) {
        return switch (account) {
            case Account.Expense(var bonusType) ->
                new AccountName("expense", OptionalInt.empty(), Optional.of(bonusType));
            case Account.Adjustment() -> new AccountName("adjustment", OptionalInt.empty(), Optional.empty());
            case Account.Held(var member) -> ofMember("held", member);
            case Account.Payable(var member) -> ofMember("payable", member);
            case Account.PaidOut(var member) -> ofMember("paid_out", member);
            case Account.Owed(var member) -> ofMember("owed", member);
        };
    }

    private static AccountName ofMember(String word, int number) {
        return new AccountName(word, OptionalInt.of(number), Optional.empty());
    }
}
