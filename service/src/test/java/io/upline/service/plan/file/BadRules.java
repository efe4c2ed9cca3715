package io.upline.service.plan.file;

import static io.upline.service.plan.file.BadPlan.refused;
import static io.upline.service.plan.file.BadPlan.unseen;

import java.util.stream.Stream;

/// Wrong triggers, rules, amounts and percents.
final class BadRules {

    private static final String EITHER =
            "line 12: rules, rule 1: write either amounts (fixed, for each level) or percents (of the event's amount)";

    private BadRules() {}

    static Stream<BadPlan> all() {
        return Stream.of(amounts(), amountLists(), percents(), rules(), triggers(), holds())
                .flatMap(plans -> plans);
    }

    private static Stream<BadPlan> amounts() {
        return Stream.of(
                unseen(
                        "10.00",
                        "10.005",
                        "line 8: amounts, level 1: 10.005 has too many decimals for USD; write at most 2 decimals"),
                refused("10.00", "-10.00", "line 8: amounts, level 1: -10.00 is negative; write 0 or more"),
                refused(
                        "10.00",
                        "1000000000000.01",
                        "line 8: amounts, level 1: 1000000000000.01 is too large; an amount is at most 1000000000000"),
                refused(
                        "10.00",
                        "\"10.00\"",
                        "line 8: amounts, level 1: \"10.00\" is in quotation marks; write 10.00 without them"),
                unseen("10.00", "1e3", "line 8: amounts, level 1: \"1e3\" is not a number such as 10 or 2.50"),
                refused("10.00", ".inf", "line 8: amounts, level 1: \".inf\" is not a number such as 10 or 2.50"),
                refused("10.00", ".nan", "line 8: amounts, level 1: \".nan\" is not a number such as 10 or 2.50"),
                unseen("10.00", "0x10", "line 8: amounts, level 1: \"0x10\" is not a number such as 10 or 2.50"),
                unseen("10.00", "1_000", "line 8: amounts, level 1: \"1_000\" is not a number such as 10 or 2.50"),
                unseen("10.00", "010", "line 8: amounts, level 1: \"010\" is not a number such as 10 or 2.50"),
                refused("10.00", "ten", "line 8: amounts, level 1: \"ten\" is not a number such as 10 or 2.50"));
    }

    private static Stream<BadPlan> amountLists() {
        return Stream.of(
                refused(
                        "10.00",
                        "1.005, -1",
                        "line 8: amounts, level 1: 1.005 has too many decimals for USD; write at most 2 decimals",
                        "line 8: amounts, level 2: -1.00 is negative; write 0 or more"),
                refused(
                        "[10.00, 5.00]",
                        "[]",
                        "line 8: amounts: no level is paid; write one value for each level, nearest first"),
                refused(
                        "10.00, 5.00",
                        "1" + ", 1".repeat(100),
                        "line 8: amounts: 101 levels are too many; write at most 100"),
                refused(
                        "[10.00, 5.00]",
                        "10.00",
                        "line 8: amounts: there must be a list here, such as [10, 5], or lines that start with -"));
    }

    private static Stream<BadPlan> percents() {
        return Stream.of(
                refused(
                        "10, 2.5",
                        "101",
                        "line 14: percents, level 1: 101 is not a percentage; write a number from 0 to 100"),
                refused(
                        "10, 2.5",
                        "10, -1",
                        "line 14: percents, level 2: -1 is not a percentage; write a number from 0 to 100"),
                refused(
                        "10, 2.5",
                        "2.50001",
                        "line 14: percents, level 1: 2.50001 has too many decimals for a percentage; write at most 4"),
                refused(
                        "[10, 2.5]",
                        "[]",
                        "line 14: percents: no level is paid; write one value for each level, nearest first"));
    }

    private static Stream<BadPlan> rules() {
        return Stream.of(
                refused(
                        "placement",
                        "placment",
                        "line 7: line: \"placment\" is not known here; did you mean \"placement\"?"),
                refused("placement", "up", "line 7: line: \"up\" is not known here; write one of: placement, sponsor"),
                refused(
                        "        line: placement|",
                        "",
                        "line 6: rules, rule 1: \"line\" is missing; write it, such as line: placement"),
                refused(
                        "line: placement",
                        "line: placement|        compression: standart",
                        "line 8: compression: \"standart\" is not known here; did you mean \"standard\"?"),
                refused(
                        "line: placement",
                        "line: placement|        compression: dynamic",
                        "line 8: compression: \"dynamic\" is not known here; write one of: none, standard"),
                refused(
                        "line: placement",
                        "line: placement|        compresion: none",
                        "line 8: compresion: not known here; did you mean \"compression\"?"),
                refused("percents: [10, 2.5]", "percents: [10]|        amounts: [10]", EITHER),
                refused("|        percents: [10, 2.5]", "", EITHER),
                refused("percents", "percent", "line 14: percent: not known here; did you mean \"percents\"?"),
                refused(
                        "name: level",
                        "name: Level 1",
                        "line 12: name: \"Level 1\" can't be a name here; "
                                + "write at most 40 small letters, digits and _, a letter first"),
                unseen(
                        "      - name: level",
                        "      - {name: level, line: sponsor, amounts: [1]}|      - name: level",
                        "line 13: rules, rule 2: the name \"level\" is taken by a rule above; give each its own"));
    }

    private static Stream<BadPlan> holds() {
        return Stream.of(
                held("-1", "-1 can't be the days to hold; write a whole number from 0 to 3650"),
                held("3651", "3651 can't be the days to hold; write a whole number from 0 to 3650"),
                held("1.5", "\"1.5\" is not a whole number of at most 9 digits, such as 3"),
                held("two weeks", "\"two weeks\" is not a whole number of at most 9 digits, such as 3"));
    }

    private static BadPlan held(String days, String mistake) {
        return refused("referral:", "referral:|    hold_days: " + days, "line 5: hold_days: " + mistake);
    }

    private static Stream<BadPlan> triggers() {
        return Stream.of(
                refused(
                        "once: per_reference",
                        "once: always",
                        "line 10: once: \"always\" is not known here; write one of: per_source, per_reference"),
                refused(
                        "referral:",
                        "referral:|    once: per_reference",
                        "line 5: once: a referral happens once for each member; write per_source or leave this out"),
                refused(
                        "referral:",
                        "Referral:",
                        "line 4: Referral: \"Referral\" can't be a name here; "
                                + "write at most 40 small letters, digits and _, a letter first"),
                unseen(
                        "referral:",
                        "on:",
                        "line 4: triggers, a name: on is not read as a word; write it in quotation marks: \"on\""),
                unseen(
                        "purchase:|    once: per_reference",
                        "referral:",
                        "line 9: referral: written twice; the first is in line 4, remove one"),
                refused(
                        "rules:",
                        "rules: []|    x:",
                        "line 5: rules: a trigger without rules pays nobody; write at least one rule",
                        "line 6: x: not known here; write one of: once, hold_days, rules"),
                refused(
                        "    once: per_reference|    rules:",
                        "    once: per_source|    role:",
                        "line 11: role: not known here; did you mean \"rules\"?"));
    }
}
