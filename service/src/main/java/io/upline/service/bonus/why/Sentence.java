package io.upline.service.bonus.why;

import io.upline.service.bonus.Bonus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Puts an explanation into words: one sentence in the third person, for whoever reads it. What became of the bonus
/// is said by [Outcome]. Dates are of UTC.
final class Sentence {
    private static final List<String> NUMBERS =
            List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

    private Sentence() {}

    static String of(Explanation why) {
        var clauses = new ArrayList<String>();
        clauses.add(cause(why));
        if (why.line().passedOver() > 0) {
            clauses.add(passedOver(why.line().passedOver()));
        }
        clauses.addAll(Outcome.of(why.bonus(), why.postings()));
        return String.join("; ", clauses) + ".";
    }

    private static String cause(Explanation why) {
        var bonus = why.bonus();
        return "User %s earned %s because of user %s, %s: %s on %s, for which rule \"%s\" of plan version %d pays %s at level %d%s"
                .formatted(
                        bonus.userId(),
                        money(bonus.amount(), bonus.currency()),
                        bonus.sourceUserId(),
                        distance(why),
                        occasion(why),
                        date(why.event().createdAtMicros()),
                        bonus.rule(),
                        bonus.planVersion(),
                        price(bonus),
                        bonus.level(),
                        rounding(why));
    }

    private static String distance(Explanation why) {
        var way = why.bonus().line().equals("sponsor") ? "by sponsorship" : "by placement";
        if (!why.line().isComplete()) {
            return "whom the log doesn't show below them " + way + " as of then";
        }
        var steps = why.line().ancestors().size();
        return steps == 1
                ? "who stood directly below " + way
                : "who stood %s levels below %s".formatted(number(steps), way);
    }

    private static String occasion(Explanation why) {
        var event = why.event();
        var name = event.triggerType().replace('_', ' ').strip();
        var amount = event.amount();
        return ("aeiou".indexOf(name.charAt(0)) >= 0 ? "an " : "a ")
                + name
                + (amount == null ? "" : " of " + money(amount, event.currency()))
                + (event.reference() == null ? "" : " (reference \"%s\")".formatted(event.reference()));
    }

    private static String price(Bonus bonus) {
        var rate = bonus.rate();
        return rate == null ? money(bonus.amount(), bonus.currency()) : rate.toPlainString() + " %";
    }

    private static String rounding(Explanation why) {
        return why.exact()
                .filter(exact -> exact.compareTo(why.bonus().amount()) != 0)
                .map(exact -> ", " + money(exact, why.bonus().currency()) + " before rounding half up")
                .orElse("");
    }

    private static String passedOver(long members) {
        return members == 1
                ? "one suspended member between them was passed over"
                : number(members) + " suspended members between them were passed over";
    }

    private static String number(long number) {
        return number < NUMBERS.size() ? NUMBERS.get(Math.toIntExact(number)) : Long.toString(number);
    }

    static String money(BigDecimal amount, String currency) {
        return amount.toPlainString() + " " + currency;
    }

    static LocalDate date(long micros) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(TimeUnit.MICROSECONDS.toSeconds(micros)), ZoneOffset.UTC);
    }
}
