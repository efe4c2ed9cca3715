package io.upline.service.plan.file;

import io.upline.engine.genealogy.Line;
import io.upline.engine.money.Currency;
import io.upline.engine.money.Money;
import io.upline.engine.money.Percent;
import io.upline.engine.plan.BonusRule;
import io.upline.engine.plan.BonusRule.FixedPerLevel;
import io.upline.engine.plan.BonusRule.PercentPerLevel;
import io.upline.engine.plan.Compression;
import io.upline.engine.plan.Identifier;
import io.upline.service.plan.yaml.Field;
import io.upline.service.plan.yaml.Fields;
import io.upline.service.plan.yaml.Lists;
import io.upline.service.plan.yaml.MistakeList;
import io.upline.service.plan.yaml.Scalars;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Reads one bonus rule: its name, its line, perhaps its compression, and either amounts or percents.
final class RuleReader {

    private static final List<String> NAMES = List.of("name", "line", "compression", "amounts", "percents");

    private final AmountReader amounts;
    private final MistakeList mistakes;
    private final Scalars scalars;
    private final Lists lists;

    RuleReader(Currency currency, MistakeList mistakes) {
        this.amounts = new AmountReader(currency, mistakes);
        this.mistakes = mistakes;
        this.scalars = new Scalars(mistakes);
        this.lists = new Lists(mistakes);
    }

    Optional<BonusRule> rule(Field field) {
        return Fields.of(field, NAMES, mistakes).flatMap(fields -> rule(field, fields));
    }

    private Optional<BonusRule> rule(Field field, Fields fields) {
        Optional<String> name = fields.required("name", "name: referral").flatMap(this::name);
        Optional<Line> line =
                fields.required("line", "line: placement").flatMap(choice -> scalars.choice(choice, Line.class));
        Optional<Compression> compression = fields.optional("compression")
                .map(choice -> scalars.choice(choice, Compression.class))
                .orElseGet(() -> Optional.of(Compression.NONE));
        if (fields.isWritten("amounts") == fields.isWritten("percents")) {
            mistakes.add(field, "write either amounts (fixed, for each level) or percents (of the event's amount)");
        }
        Optional<List<Money>> fixed = fields.optional("amounts").flatMap(this::amounts);
        Optional<List<Percent>> shares = fields.optional("percents").flatMap(this::percents);
        if (name.isEmpty() || line.isEmpty() || compression.isEmpty() || fixed.isPresent() == shares.isPresent()) {
            return Optional.empty();
        }
        return fixed.<BonusRule>map(list -> new FixedPerLevel(name.get(), line.get(), compression.get(), list))
                .or(() -> shares.map(list -> new PercentPerLevel(name.get(), line.get(), compression.get(), list)));
    }

    private Optional<String> name(Field field) {
        return scalars.text(field).filter(name -> mistakes.none(field, Identifier.faultIn(name)));
    }

    private Optional<List<Money>> amounts(Field field) {
        return lists.elements(field, "level", BonusRule::faultInLevels)
                .flatMap(all -> Lists.each(all, level -> amounts.amount(level, BonusRule::faultInAmount)));
    }

    private Optional<List<Percent>> percents(Field field) {
        return lists.elements(field, "level", BonusRule::faultInLevels).flatMap(all -> Lists.each(all, this::percent));
    }

    private Optional<Percent> percent(Field field) {
        Optional<BigDecimal> value = scalars.decimal(field);
        return value.filter(percent -> mistakes.none(field, Percent.faultIn(percent)))
                .map(Percent::new);
    }
}
