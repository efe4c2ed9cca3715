package io.upline.service.plan.file;

import io.upline.engine.money.Currency;
import io.upline.engine.money.Money;
import io.upline.engine.plan.Ladder;
import io.upline.engine.plan.Plan;
import io.upline.engine.plan.Rank;
import io.upline.engine.plan.Trigger;
import io.upline.service.plan.yaml.Field;
import io.upline.service.plan.yaml.Fields;
import io.upline.service.plan.yaml.MistakeList;
import io.upline.service.plan.yaml.Scalars;
import io.upline.service.plan.yaml.Shown;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/// Reads a whole plan. Where the currency or the width is wrong, the rest is still looked at as if they were the
/// most permissive ones, so that the other mistakes come out too.
final class PlanReader {

    private static final List<String> NAMES = List.of("currency", "width", "triggers", "ranks", "adjustments");
    private static final List<String> ADJUSTMENT_NAMES = List.of("approval_above");
    private static final Currency MOST_DECIMALS = new Currency("XXX", Currency.MAX_SCALE);

    private final MistakeList mistakes;
    private final Scalars scalars;

    PlanReader(MistakeList mistakes) {
        this.mistakes = mistakes;
        this.scalars = new Scalars(mistakes);
    }

    Optional<Plan> plan(Node root) {
        return Fields.of(new Field("plan", root), NAMES, mistakes).flatMap(this::plan);
    }

    private Optional<Plan> plan(Fields fields) {
        Currency currency = fields.required("currency", "currency: USD")
                .flatMap(this::currency)
                .orElse(MOST_DECIMALS);
        int width = fields.required("width", "width: 3").flatMap(this::width).orElse(Plan.MAX_WIDTH);
        TriggerReader triggerReader = new TriggerReader(currency, mistakes);
        List<Trigger> triggers = fields.required("triggers", "triggers: with their names below")
                .map(triggerReader::triggers)
                .orElse(List.of());
        RankReader rankReader = new RankReader(width, mistakes);
        List<Rank> ranks = fields.required("ranks", "ranks: with a list below, or ranks: [] for none")
                .map(rankReader::ranks)
                .orElse(List.of());
        Optional<Money> limit = fields.optional("adjustments").flatMap(field -> approvalAbove(field, currency));
        return mistakes.isEmpty()
                ? Optional.of(new Plan(currency, width, triggers, new Ladder(ranks), limit.orElse(null)))
                : Optional.empty();
    }

    private Optional<Currency> currency(Field field) {
        Optional<String> code = scalars.word(field);
        Optional<Currency> currency = code.flatMap(Currency::find);
        if (code.isPresent() && currency.isEmpty()) {
            String upper = code.get().strip().toUpperCase(Locale.ROOT);
            String hint = Currency.find(upper)
                    .map(known -> "did you mean \"" + known + "\"?")
                    .orElse("write an ISO 4217 code such as USD, EUR or JPY");
            mistakes.add(field, Shown.quoted(code.get()) + " is not a currency; " + hint);
        }
        return currency;
    }

    private Optional<Integer> width(Field field) {
        return scalars.wholeNumber(field).filter(width -> mistakes.none(field, Plan.faultInWidth(width)));
    }

    private Optional<Money> approvalAbove(Field adjustments, Currency currency) {
        AmountReader amounts = new AmountReader(currency, mistakes);
        return Fields.of(adjustments, ADJUSTMENT_NAMES, mistakes)
                .flatMap(fields -> fields.required("approval_above", "approval_above: 500"))
                .flatMap(field -> amounts.amount(field, Plan::faultInApprovalAbove));
    }
}
