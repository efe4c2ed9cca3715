package io.upline.service.plan.file;

import io.upline.engine.money.Currency;
import io.upline.engine.plan.BonusRule;
import io.upline.engine.plan.Identifier;
import io.upline.engine.plan.Once;
import io.upline.engine.plan.Plan;
import io.upline.engine.plan.Trigger;
import io.upline.service.plan.yaml.Entries;
import io.upline.service.plan.yaml.Field;
import io.upline.service.plan.yaml.Fields;
import io.upline.service.plan.yaml.Lists;
import io.upline.service.plan.yaml.MistakeList;
import io.upline.service.plan.yaml.Scalars;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the triggers: a mapping from each one's name to its rules.
final class TriggerReader {

    private static final List<String> NAMES = List.of("once", "hold_days", "rules");

    private final MistakeList mistakes;
    private final Scalars scalars;
    private final Lists lists;
    private final RuleReader rules;

    TriggerReader(Currency currency, MistakeList mistakes) {
        this.mistakes = mistakes;
        this.scalars = new Scalars(mistakes);
        this.lists = new Lists(mistakes);
        this.rules = new RuleReader(currency, mistakes);
    }

    /// The triggers in the order of the file; incomplete once there is a mistake.
    List<Trigger> triggers(Field field) {
        return Entries.of(field, mistakes)
                .filter(entries -> mistakes.none(field, Plan.faultInTriggers(entries.written())))
                .map(this::triggers)
                .orElse(List.of());
    }

    private List<Trigger> triggers(Entries entries) {
        List<Trigger> triggers = new ArrayList<>();
        entries.keys().forEach((name, key) -> mistakes.none(key, Identifier.faultIn(name)));
        entries.values().forEach((name, value) -> trigger(name, value).ifPresent(triggers::add));
        return triggers;
    }

    private Optional<Trigger> trigger(String name, Field field) {
        return Fields.of(field, NAMES, mistakes).flatMap(fields -> {
            Optional<Once> once = once(name, fields);
            int holdDays = fields.optional("hold_days").flatMap(this::holdDays).orElse(0);
            List<BonusRule> read = fields.required("rules", "rules: with a list below")
                    .map(this::rules)
                    .orElse(List.of());
            return mistakes.isEmpty()
                    ? Optional.of(new Trigger(name, once.orElseThrow(), holdDays, read))
                    : Optional.empty();
        });
    }

    private Optional<Once> once(String name, Fields fields) {
        return fields.optional("once")
                .map(given -> once(name, given))
                .orElseGet(() -> Optional.of(Trigger.usually(name)));
    }

    private Optional<Once> once(String name, Field field) {
        return scalars.choice(field, Once.class).filter(once -> mistakes.none(field, Trigger.faultInOnce(name, once)));
    }

    private Optional<Integer> holdDays(Field field) {
        return scalars.wholeNumber(field).filter(days -> mistakes.none(field, Trigger.faultInHoldDays(days)));
    }

    private List<BonusRule> rules(Field field) {
        List<BonusRule> read = new ArrayList<>();
        for (Field element :
                lists.elements(field, "rule", Trigger::faultInRules).orElse(List.of())) {
            rules.rule(element)
                    .filter(rule -> mistakes.none(element, Trigger.faultInRule(read, rule)))
                    .ifPresent(read::add);
        }
        return read;
    }
}
