package io.upline.service.plan.file;

import static io.upline.service.plan.file.BadPlan.refused;
import static io.upline.service.plan.file.BadPlan.unseen;

import java.util.stream.Stream;

/// Wrong ranks and requirements.
final class BadRanks {

    private BadRanks() {}

    static Stream<BadPlan> all() {
        return Stream.of(names(), requirements(), order()).flatMap(plans -> plans);
    }

    private static Stream<BadPlan> names() {
        return Stream.of(
                unseen(
                        "Silver",
                        "bronze",
                        "line 18: ranks, rank 2: the name \"bronze\" is taken by a rank above; give each its own"),
                unseen(
                        "Bronze",
                        "No rank",
                        "line 16: name: \"No rank\" is what a member without a rank is called; choose another name"),
                unseen(
                        "Bronze",
                        "\" Bronze\"",
                        "line 16: name: a rank's name has no invisible characters, and no spaces before or after it"),
                refused("Bronze", "\"\"", "line 16: name: a rank's name has 1 to 40 characters"),
                refused("Bronze", "B".repeat(41), "line 16: name: a rank's name has 1 to 40 characters"),
                refused(
                        "Bronze",
                        "true",
                        "line 16: name: true is not read as a word; write it in quotation marks: \"true\""),
                refused("Bronze", "1", "line 16: name: 1 is not read as a word; write it in quotation marks: \"1\""),
                refused(
                        "- name: Bronze|  ",
                        "-",
                        "line 16: ranks, rank 1: \"name\" is missing; write it, such as name: Bronze"));
    }

    private static Stream<BadPlan> requirements() {
        return Stream.of(
                refused(
                        "|    downline: 3",
                        "",
                        "line 16: ranks, rank 1: a rank that asks for nothing; "
                                + "write downline, frontline or sponsored with a number"),
                refused("downline: 3", "downlin: 3", "line 17: downlin: not known here; did you mean \"downline\"?"),
                refused(
                        "downline: 3",
                        "downline: three",
                        "line 17: downline: \"three\" is not a whole number of at most 9 digits, such as 3"),
                refused(
                        "downline: 3",
                        "downline: -3",
                        "line 17: downline: -3 can't be required; write a whole number from 0 to 999999999"),
                unseen(
                        "downline: 3",
                        "downline: 3|    downline: 4",
                        "line 18: downline: written twice; the first is in line 17, remove one"),
                unseen(
                        "sponsored: 2",
                        "frontline: 4",
                        "line 18: ranks, rank 2: \"Silver\" asks for a frontline of 4, which nobody can "
                                + "have at width 3; ask for at most 3"));
    }

    private static Stream<BadPlan> order() {
        return Stream.of(
                unseen(
                        "downline: 10",
                        "downline: 2",
                        "line 18: ranks, rank 2: \"Silver\" comes after \"Bronze\", which asks for downline 3; "
                                + "ask for at least that, or put the lower rank first"),
                unseen(
                        "    downline: 10|",
                        "",
                        "line 18: ranks, rank 2: \"Silver\" comes after \"Bronze\", which asks for downline 3; "
                                + "ask for at least that, or put the lower rank first"),
                unseen(
                        "downline: 10|    sponsored: 2",
                        "downline: 3",
                        "line 18: ranks, rank 2: \"Silver\" asks for nothing more than \"Bronze\" before it; "
                                + "ask for more of something"));
    }
}
