package io.upline.service.bonus.why;

import io.upline.service.bonus.Bonus;
import io.upline.service.bonus.BonusStatus;
import io.upline.service.bonus.why.PostingTable.Posted;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What became of a bonus, as the end of its [Sentence]: held, paid, set off, taken back, and what is still to come.
final class Outcome {
    private final Bonus bonus;
    private final List<Posted> postings;

    private Outcome(Bonus bonus, List<Posted> postings) {
        this.bonus = bonus;
        this.postings = postings;
    }

    /// The clauses, at least one.
    static List<String> of(Bonus bonus, List<Posted> postings) {
        var outcome = new Outcome(bonus, postings);
        var clauses = new ArrayList<String>();
        postings.forEach(posting -> outcome.clause(posting).ifPresent(clauses::add));
        outcome.takenBack().ifPresent(clauses::add);
        outcome.toCome().ifPresent(clauses::add);
        return clauses;
    }

    private Optional<String> clause(Posted posting) {
        var on = " on " + Sentence.date(posting.atMicros());
        return switch (posting.kind()) {
            case "released" -> Optional.of("it was held until " + Sentence.date(posting.atMicros()));
            case "paid" ->
                Optional.of(
                        (isAll(posting.amount()) ? "it was paid" : money(posting.amount()) + " of it were paid") + on);
            case "set_off" ->
                Optional.of(money(posting.amount()) + " of it were set off" + on + " against what the earner owed");
            default -> Optional.empty();
        };
    }

    /// Refunds come in parts: one clause for all of them.
    private Optional<String> takenBack() {
        var times = parts().toList();
        if (times.isEmpty()) {
            return Optional.empty();
        }
        var all = isAll(bonus.reversed())
                ? "it was taken back as a whole"
                : money(bonus.reversed()) + " of it were taken back";
        var last = Sentence.date(times.getLast().atMicros());
        return Optional.of(
                all + (times.size() == 1 ? " on " : " in %d parts, the last one on ".formatted(times.size())) + last);
    }

    private Stream<Posted> parts() {
        return postings.stream().filter(posting -> posting.kind().equals("reversed"));
    }

    private Optional<String> toCome() {
        if (bonus.status() != BonusStatus.PENDING) {
            return Optional.empty();
        }
        var rest = bonus.amount().subtract(bonus.reversed());
        var subject = isAll(rest) ? "it is " : "the other " + money(rest) + " are ";
        var until = bonus.heldUntilMicros();
        return Optional.of(subject + (until == null ? "yet to be paid" : "held until " + Sentence.date(until)));
    }

    private boolean isAll(BigDecimal amount) {
        return amount.compareTo(bonus.amount()) == 0;
    }

    private String money(BigDecimal amount) {
        return Sentence.money(amount, bonus.currency());
    }
}
