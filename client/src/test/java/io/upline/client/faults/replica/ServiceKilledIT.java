package io.upline.client.faults.replica;

import io.upline.client.faults.Site;
import io.upline.client.testing.Wait;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("faults")
class ServiceKilledIT {
    private static final int ROUNDS = 100;
    private static final int ROUNDS_PER_AUDIT = 25;
    private static final int CLIENTS = 24;
    private static final int THINK_MILLIS = 10;

    @Test
    void nothingConfirmedIsLostHoweverOftenTheServiceIsKilledUnderLoad() throws Exception {
        try (var site = Site.open("ServiceKilled", 1)) {
            var replica = site.replicas().getFirst();
            site.load(CLIENTS, THINK_MILLIS);
            for (int round = 1; round <= Site.rounds(ROUNDS); round++) {
                site.awaitConfirmed(1);
                Wait.pass(Duration.ofMillis(site.random().nextInt(600)));
                replica.kill();
                replica.start();
                if (round % ROUNDS_PER_AUDIT == 0) {
                    site.audit("%d rounds of kill -9, longest gap %,d ms"
                            .formatted(
                                    round,
                                    site.acknowledged().rhythm().longestGap().toMillis()));
                    site.load(CLIENTS, THINK_MILLIS);
                }
            }
            site.audit("killed at the end");
        }
    }
}
