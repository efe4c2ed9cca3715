package io.upline.service.plan.file;

import io.upline.engine.money.Currency;
import io.upline.engine.money.Money;
import io.upline.service.plan.yaml.Field;
import io.upline.service.plan.yaml.MistakeList;
import io.upline.service.plan.yaml.Scalars;
import java.util.Optional;
import java.util.function.Function;

/// Reads amounts of the plan's currency.
final class AmountReader {

    private final Currency currency;
    private final MistakeList mistakes;
    private final Scalars scalars;

    AmountReader(Currency currency, MistakeList mistakes) {
        this.currency = currency;
        this.mistakes = mistakes;
        this.scalars = new Scalars(mistakes);
    }

    /// The amount in a field.
    ///
    /// @param faultIn what is wrong with an amount there, though it is one
    Optional<Money> amount(Field field, Function<Money, Optional<String>> faultIn) {
        return scalars.decimal(field)
                .filter(amount -> mistakes.none(field, Money.faultIn(currency, amount)))
                .map(amount -> Money.of(currency, amount))
                .filter(amount -> mistakes.none(field, faultIn.apply(amount)));
    }
}
