package io.upline.client.demo;

import io.upline.client.picture.Columns;
import io.upline.client.picture.Earnings;
import io.upline.client.picture.Naming;
import io.upline.client.picture.RankBars;
import io.upline.client.picture.TreePicture;
import io.upline.client.picture.WeekPicture;
import io.upline.client.platform.ServiceAddress;
import java.io.PrintWriter;
import java.util.List;
import java.util.UUID;

/// Prints the outcome of a demo, and what to try next.
final class DemoReport {
    private static final int EARNERS = 10;

    private final PrintWriter out;
    private final Cast cast;
    private final ServiceAddress address;

    DemoReport(PrintWriter out, Cast cast, ServiceAddress address) {
        this.out = out;
        this.cast = cast;
        this.address = address;
    }

    void print(Outcome outcome, long seed) {
        UUID root = cast.root();
        String name = cast.nameOf(root);
        out.println("%d members joined below %s, down to level %d; %d of them spilled over (↷)."
                .formatted(cast.belowRoot().size(), name, outcome.deepestLevel(), outcome.spilledOver()));
        out.println("The same shape again: ./upline demo --seed " + seed);
        section("The top of the network", TreePicture.of(root, outcome.top(), cast));
        section("Who earned most", Earnings.top(EARNERS, outcome.bonuses(), cast));
        section("Ranks", RankBars.of(outcome.verdicts()));
        section("The last seven days of " + name, WeekPicture.of(outcome.rootsWeek()));
        section("Try next", nextSteps(root, cast.members().getLast()));
        out.flush();
    }

    private void section(String title, List<String> lines) {
        out.println();
        out.println("── " + title + " " + "─".repeat(Columns.WIDTH - title.length() - 4));
        lines.forEach(out::println);
    }

    /// An order belongs to one member for ever, so the next run needs another number.
    private static String shortId(UUID member) {
        return member.toString().substring(0, Naming.SHORT_ID_CHARACTERS);
    }

    private List<String> nextSteps(UUID root, UUID newest) {
        return List.of(
                "curl '" + address.resolve("/mlm/members/" + root + "/legs") + "'",
                "curl '" + address.resolve("/mlm/bonus/user/" + root + "?limit=5") + "'",
                "curl '" + address.resolve("/mlm/bonus") + "' -H 'Content-Type: application/json' -d '{",
                "  \"source_user_id\": \"" + newest + "\",",
                "  \"trigger_type\": \"purchase\", \"amount\": 120.00, \"reference\": \"order-" + shortId(newest)
                        + "\"}'");
    }
}
