package io.upline.engine.ledger;

import io.upline.engine.ledger.Posting.Kind;
import io.upline.engine.money.Money;
import java.util.ArrayList;
import java.util.List;

/// A bonus on its way: held, payable, paid, and taken back from any of these, each step with the postings that it
/// makes. What is still to be paid lies in the earner's account of its state; once it is paid or taken back, none of
/// it lies with the earner as held or payable.
///
/// @param type     the name of the trigger that paid
/// @param earner   the member who earned it
/// @param amount   what was earned, more than zero
/// @param reversed how much of it was taken back, from zero to the amount
/// @param state    how far it has come
public record BonusLife(String type, int earner, Money amount, Money reversed, BonusState state) {

    /// @throws IllegalArgumentException when more was taken back than earned, or the state says otherwise
    public BonusLife {
        boolean isWhole = reversed.compareTo(amount) == 0;
        if (reversed.signum() < 0
                || reversed.compareTo(amount) > 0
                || isWhole != state instanceof BonusState.Reversed) {
            throw new IllegalArgumentException(
                    reversed + " of " + amount + " can't have been taken back from a bonus that is " + state);
        }
    }

    /// A bonus that was earned just now.
    ///
    /// @param state held or payable
    public static BonusLife earned(String type, int earner, Money amount, BonusState state) {
        return new BonusLife(type, earner, amount, Money.zero(amount.currency()), state);
    }

    /// What is left of it.
    public Money rest() {
        return amount.plus(reversed.negated());
    }

    /// The posting with which it begins.
    public Posting origin() {
        return new Posting(Kind.EARNED, new Account.Expense(type), place(), amount);
    }

    /// Holds a bonus that is payable, or one that is held longer or shorter, also when its date has come. Repeating it
    /// with the same date changes nothing.
    public Step hold(long untilMicros) {
        return switch (state) {
            case BonusState.Payable() -> moved(new BonusState.Held(untilMicros), Kind.HELD);
            case BonusState.Held _ -> new Step.Taken(this, with(reversed, new BonusState.Held(untilMicros)), List.of());
            case BonusState.Paid _, BonusState.Reversed _ -> new Step.Refused(state);
        };
    }

    /// Makes a held bonus payable. Repeating changes nothing.
    public Step release() {
        return switch (state) {
            case BonusState.Held _ -> moved(new BonusState.Payable(), Kind.RELEASED);
            case BonusState.Payable() -> new Step.Taken(this, this, List.of());
            case BonusState.Paid _, BonusState.Reversed _ -> new Step.Refused(state);
        };
    }

    /// Pays what is left of it, after what the earner owes. Repeating changes nothing.
    ///
    /// @param owed what the earner owes, zero or more
    public Step pay(Money owed, long nowMicros) {
        return switch (state) {
            case BonusState.Payable() ->
                new Step.Taken(this, with(reversed, new BonusState.Paid(nowMicros)), paying(owed));
            case BonusState.Paid _ -> new Step.Taken(this, this, List.of());
            case BonusState.Held _, BonusState.Reversed _ -> new Step.Refused(state);
        };
    }

    private List<Posting> paying(Money owed) {
        List<Posting> postings = new ArrayList<>();
        Money setOff = owed.compareTo(rest()) < 0 ? owed : rest();
        Money paid = rest().plus(setOff.negated());
        if (setOff.signum() > 0) {
            postings.add(new Posting(Kind.SET_OFF, place(), new Account.Owed(earner), setOff));
        }
        if (paid.signum() > 0) {
            postings.add(new Posting(Kind.PAID, place(), new Account.PaidOut(earner), paid));
        }
        return postings;
    }

    /// Takes a part back: from what is held or payable, or as something that the earner owes.
    ///
    /// @param part zero or more, and no more than [#rest()]
    /// @throws IllegalArgumentException for more than is left
    public Step.Taken reverse(Money part) {
        Money all = reversed.plus(part);
        BonusState after = all.compareTo(amount) == 0 ? new BonusState.Reversed() : state;
        List<Posting> postings = part.signum() == 0
                ? List.of()
                : List.of(new Posting(Kind.REVERSED, takenFrom(), new Account.Expense(type), part));
        return new Step.Taken(this, with(all, after), postings);
    }

    private Account takenFrom() {
        return state instanceof BonusState.Paid ? new Account.Owed(earner) : place();
    }

    private Step moved(BonusState next, Kind kind) {
        BonusLife after = with(reversed, next);
        return new Step.Taken(this, after, List.of(new Posting(kind, place(), after.place(), rest())));
    }

    private BonusLife with(Money takenBack, BonusState next) {
        return new BonusLife(type, earner, amount, takenBack, next);
    }

    /// Where what is left of it lies.
    private Account place() {
        return switch (state) {
            case BonusState.Held _ -> new Account.Held(earner);
            case BonusState.Payable() -> new Account.Payable(earner);
            case BonusState.Paid _ -> new Account.PaidOut(earner);
            case BonusState.Reversed _ -> throw new IllegalStateException("nothing is left of it");
        };
    }
}
