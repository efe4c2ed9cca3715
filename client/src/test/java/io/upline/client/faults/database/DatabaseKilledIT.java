package io.upline.client.faults.database;

import io.upline.client.faults.Site;
import io.upline.client.testing.Wait;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("faults")
class DatabaseKilledIT {
    private static final int ROUNDS = 12;

    @Test
    void nothingConfirmedIsLostWhenPostgresIsKilledUnderLoad() throws Exception {
        run("DatabaseKilled", DatabaseKilledIT::kill);
    }

    @Test
    void nothingConfirmedIsLostWhenPostgresIsRestartedUnderLoad() throws Exception {
        run("DatabaseRestarted", site -> site.database().stop());
    }

    /// A way to end PostgreSQL.
    private interface End {
        void of(Site site) throws SQLException;
    }

    private static void kill(Site site) throws SQLException {
        switch (site.random().nextInt(3)) {
            case 0 -> site.database().kill();
            case 1 -> site.database().killFirstProcess();
            default -> site.database().killOneConnection();
        }
    }

    private static void run(String name, End end) throws IOException, SQLException {
        try (var site = Site.open(name, 2)) {
            site.load(24, 10);
            var rounds = Site.rounds(ROUNDS);
            for (int round = 1; round <= rounds; round++) {
                site.awaitConfirmed(50);
                Wait.pass(Duration.ofMillis(site.random().nextInt(500)));
                end.of(site);
                Wait.pass(Duration.ofMillis(site.random().nextInt(1_500)));
                if (!site.database().isAlive()) {
                    site.database().start();
                }
            }
            site.awaitConfirmed(50);
            site.audit("%d rounds, longest gap %,d ms"
                    .formatted(rounds, site.acknowledged().rhythm().longestGap().toMillis()));
        }
    }
}
