package io.upline.client.faults.money;

import io.upline.client.faults.Site;
import io.upline.client.faults.audit.NaivePlan;
import io.upline.client.testing.Wait;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("faults")
class MoneyIT {
    private static final long STEPS = Long.getLong("money.steps", 60_000);
    private static final int CLIENTS = Integer.getInteger("money.clients", 48);
    private static final int LONGEST_PEACE_MILLIS = 20_000;

    @Test
    void everyCentIsWhereTheModelSaysThroughKillsAndPauses() throws Exception {
        var plan = NaivePlan.money();
        try (var site = Site.open("Money", 2, plan)) {
            var begun = System.nanoTime();
            var load = MoneyLoad.start(site, plan, CLIENTS, STEPS);
            var faults = hurtUntilOver(site, load);
            load.close();
            var seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
            try (var connection = site.database().connection()) {
                var money = MoneyAudit.of(connection, load.clients(), site.replicas());
                site.audit(
                        "%,d steps in %,d s, %d kills and pauses; %s".formatted(load.done(), seconds, faults, money));
            }
        }
    }

    private static int hurtUntilOver(Site site, MoneyLoad load) throws Exception {
        var faults = 0;
        while (!Wait.holdsWithin(Duration.ofMillis(site.random().nextInt(LONGEST_PEACE_MILLIS)), load::isOver)
                && site.acknowledged().violations().isEmpty()) {
            System.out.printf("MONEY %,d of %,d steps%n", load.done(), STEPS);
            site.hurtOne();
            faults++;
        }
        return faults;
    }
}
