package io.upline.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.upline.engine.genealogy.Seeds;
import io.upline.engine.money.Currency;
import io.upline.engine.money.Money;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BonusLifeTest {
    private static final Currency USD = Currency.of("USD");
    private static final int EARNER = 7;
    private static final int LIVES = 5_000;
    private static final int STEPS = 12;

    private final Map<Account, Long> balances = new HashMap<>();
    private BonusLife bonus = BonusLife.earned("purchase", EARNER, usd(1000), new BonusState.Payable());

    @Test
    void whatIsHeldIsNotPaidBeforeItIsReleased() {
        begin(BonusLife.earned("purchase", EARNER, usd(1000), new BonusState.Held(99)));

        assertThat(bonus.pay(usd(0), 1)).isEqualTo(new Step.Refused(new BonusState.Held(99)));
        take(bonus.release());
        take(bonus.pay(usd(0), 1));

        assertThat(balances)
                .containsEntry(new Account.PaidOut(EARNER), 1000L)
                .containsEntry(new Account.Held(EARNER), 0L)
                .containsEntry(new Account.Payable(EARNER), 0L)
                .containsEntry(new Account.Expense("purchase"), -1000L);
    }

    @Test
    void aHoldIsMadeLongerOrShorterAndNothingMoves() {
        begin(BonusLife.earned("purchase", EARNER, usd(1000), new BonusState.Held(99)));

        for (long until : new long[] {50, 120}) {
            var moved = (Step.Taken) bonus.hold(until);
            assertThat(moved.isNew()).isTrue();
            assertThat(moved.postings()).isEmpty();
            take(moved);
            assertThat(bonus.state()).isEqualTo(new BonusState.Held(until));
        }
        assertThat(((Step.Taken) bonus.hold(120)).isNew()).isFalse();
        assertThat(balances).containsEntry(new Account.Held(EARNER), 1000L);
    }

    @Test
    void whatIsOwedIsSetOffFirst() {
        begin(bonus);
        take(bonus.pay(usd(400), 1));

        assertThat(balances)
                .containsEntry(new Account.Owed(EARNER), 400L)
                .containsEntry(new Account.PaidOut(EARNER), 600L);
    }

    @Test
    void whatWasPaidIsOwedOnceItIsTakenBack() {
        begin(bonus);
        take(bonus.pay(usd(0), 1));
        take(bonus.reverse(usd(300)));

        assertThat(bonus.state()).isEqualTo(new BonusState.Paid(1));
        assertThat(balances).containsEntry(new Account.Owed(EARNER), -300L);

        take(bonus.reverse(usd(700)));
        assertThat(bonus.state()).isEqualTo(new BonusState.Reversed());
        assertThat(bonus.pay(usd(0), 2)).isEqualTo(new Step.Refused(new BonusState.Reversed()));
    }

    @Test
    void whateverHappensNothingIsBelowZeroAndEverythingTogetherIsZero() {
        Seeds.forEachCase(LIVES, random -> {
            balances.clear();
            var state = random.nextBoolean() ? new BonusState.Held(5) : new BonusState.Payable();
            begin(BonusLife.earned("purchase", EARNER, usd(1 + random.nextInt(20)), state));
            for (int step = 0; step < STEPS; step++) {
                anyStep(random);
                requireOrder();
            }
        });
    }

    private void anyStep(RandomGenerator random) {
        var step = switch (random.nextInt(4)) {
            case 0 -> bonus.hold(random.nextInt(9));
            case 1 -> bonus.release();
            case 2 -> bonus.pay(owed(), 1);
            default -> bonus.reverse(usd(random.nextLong(bonus.rest().minor() + 1)));
        };
        if (step instanceof Step.Taken) {
            take(step);
        }
    }

    private void requireOrder() {
        var held = balance(new Account.Held(EARNER));
        var payable = balance(new Account.Payable(EARNER));
        var rest = bonus.rest().minor();
        assertThat(balances.values().stream().mapToLong(Long::longValue).sum()).isZero();
        assertThat(held).isEqualTo(bonus.state() instanceof BonusState.Held ? rest : 0);
        assertThat(payable).isEqualTo(bonus.state() instanceof BonusState.Payable ? rest : 0);
        assertThat(-balance(new Account.Expense("purchase"))).isEqualTo(rest);
        assertThat(balance(new Account.PaidOut(EARNER)))
                .isBetween(0L, bonus.amount().minor());
    }

    private void begin(BonusLife earned) {
        bonus = earned;
        post(earned.origin());
    }

    private void take(Step step) {
        var taken = (Step.Taken) step;
        bonus = taken.after();
        taken.postings().forEach(this::post);
    }

    private void post(Posting posting) {
        balances.merge(posting.from(), -posting.amount().minor(), Long::sum);
        balances.merge(posting.to(), posting.amount().minor(), Long::sum);
    }

    private Money owed() {
        return usd(Math.max(0, -balance(new Account.Owed(EARNER))));
    }

    private long balance(Account account) {
        return balances.getOrDefault(account, 0L);
    }

    private static Money usd(long cents) {
        return new Money(USD, cents);
    }
}
