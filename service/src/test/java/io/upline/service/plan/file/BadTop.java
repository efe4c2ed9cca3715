package io.upline.service.plan.file;

import static io.upline.service.plan.file.BadPlan.refused;
import static io.upline.service.plan.file.BadPlan.unseen;

import java.util.stream.Stream;

/// Wrong currencies, widths and names at the top of a plan.
final class BadTop {

    private BadTop() {}

    static Stream<BadPlan> all() {
        return Stream.of(currencies(), widths(), names(), adjustments()).flatMap(plans -> plans);
    }

    private static Stream<BadPlan> currencies() {
        return Stream.of(
                refused("USD", "usd", "line 1: currency: \"usd\" is not a currency; did you mean \"USD\"?"),
                unseen(
                        "USD",
                        "ZZZ",
                        "line 1: currency: \"ZZZ\" is not a currency; write an ISO 4217 code such as USD, EUR or JPY"),
                refused(
                        "USD",
                        "123",
                        "line 1: currency: \"123\" is not a currency; write an ISO 4217 code such as USD, EUR or JPY"),
                refused("USD", "", "line 1: currency: there is no value; write one after the colon"),
                refused(
                        "USD",
                        "[USD]",
                        "line 1: currency: there must be a single value here, not a list or names with values"));
    }

    private static Stream<BadPlan> widths() {
        return Stream.of(
                refused("3", "0", "line 2: width: 0 can't be the width; write a whole number from 1 to 100"),
                refused("3", "101", "line 2: width: 101 can't be the width; write a whole number from 1 to 100"),
                refused("3", "\"3\"", "line 2: width: \"3\" is in quotation marks; write 3 without them"),
                unseen("3", "3.0", "line 2: width: \"3.0\" is not a whole number of at most 9 digits, such as 3"),
                refused("3", "three", "line 2: width: \"three\" is not a whole number of at most 9 digits, such as 3"),
                refused("3", "~", "line 2: width: \"~\" is not a whole number of at most 9 digits, such as 3"),
                refused(
                        "3",
                        "1000000000",
                        "line 2: width: \"1000000000\" is not a whole number of at most 9 digits, such as 3"));
    }

    private static Stream<BadPlan> adjustments() {
        String missing = "line 15: adjustments: \"approval_above\" is missing; write it, such as approval_above: 500";
        String unknown = "line 15: limit: not known here; write one of: approval_above";
        return Stream.of(
                refused("ranks:", "adjustments: {}|ranks:", missing),
                refused("ranks:", "adjustments: {limit: 5}|ranks:", unknown, missing),
                above("-1", "-1.00 is negative; write 0 or more"),
                above("much", "\"much\" is not a number such as 10 or 2.50"));
    }

    private static BadPlan above(String limit, String mistake) {
        return refused(
                "ranks:", "adjustments:|  approval_above: " + limit + "|ranks:", "line 16: approval_above: " + mistake);
    }

    private static Stream<BadPlan> names() {
        return Stream.of(
                refused("currency", "curency", "line 1: curency: not known here; did you mean \"currency\"?"),
                refused("currency: USD|", "", "line 1: plan: \"currency\" is missing; write it, such as currency: USD"),
                unseen(
                        "width: 3",
                        "width: 3|width: 4",
                        "line 3: width: written twice; the first is in line 2, remove one"),
                refused(
                        "width: 3",
                        "hieght: 3",
                        "line 1: plan: \"width\" is missing; write it, such as width: 3",
                        "line 2: hieght: not known here; write one of: currency, width, triggers, ranks, adjustments"),
                refused(
                        "triggers:",
                        "triggers: {}|x:",
                        "line 3: triggers: a plan without triggers pays nobody; write at least one",
                        "line 4: x: not known here; write one of: currency, width, triggers, ranks, adjustments"),
                refused(
                        "ranks:",
                        "ranks: Bronze|x:",
                        "line 15: ranks: there must be a list here, such as [10, 5], or lines that start with -",
                        "line 16: x: not known here; write one of: currency, width, triggers, ranks, adjustments"));
    }
}
