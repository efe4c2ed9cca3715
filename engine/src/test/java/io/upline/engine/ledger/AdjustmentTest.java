package io.upline.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.upline.engine.ledger.Adjustment.Direction;
import io.upline.engine.ledger.Posting.Kind;
import io.upline.engine.money.Currency;
import io.upline.engine.money.Money;
import org.junit.jupiter.api.Test;

class AdjustmentTest {
    private static final Currency USD = Currency.of("USD");

    @Test
    void aCreditIsToBePaidAndADebitIsOwed() {
        assertThat(adjustment(Direction.CREDIT, "1.50").posting())
                .isEqualTo(new Posting(
                        Kind.CREDITED, new Account.Adjustment(), new Account.Payable(7), Money.of(USD, "1.50")));
        assertThat(adjustment(Direction.DEBIT, "1.50").posting())
                .isEqualTo(new Posting(
                        Kind.DEBITED, new Account.Owed(7), new Account.Adjustment(), Money.of(USD, "1.50")));
    }

    @Test
    void itNeedsApprovalFromACentAboveTheLimit() {
        assertThat(adjustment(Direction.DEBIT, "50.00").needsApproval(Money.of(USD, "50.00")))
                .isFalse();
        assertThat(adjustment(Direction.DEBIT, "50.01").needsApproval(Money.of(USD, "50.00")))
                .isTrue();
        assertThat(adjustment(Direction.CREDIT, "0.01").needsApproval(Money.zero(USD)))
                .isTrue();
    }

    @Test
    void itIsOfMoreThanNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> adjustment(Direction.CREDIT, "0.00"));
        assertThatIllegalArgumentException().isThrownBy(() -> adjustment(Direction.DEBIT, "-1.00"));
    }

    private static Adjustment adjustment(Direction direction, String amount) {
        return new Adjustment(direction, 7, Money.of(USD, amount));
    }
}
