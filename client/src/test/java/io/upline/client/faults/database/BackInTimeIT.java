package io.upline.client.faults.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.upline.client.faults.Site;
import io.upline.client.process.PostgresProcess;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("faults")
class BackInTimeIT {
    private static final int LOST = 300;

    /// A replica that sleeps through the restoration wakes to a log that has grown over the place where its memory
    /// ends, with other members there.
    @ParameterizedTest(name = "a replica sleeps through it: {0}")
    @ValueSource(booleans = {false, true})
    void aDatabaseThatWentBackInTimeIsNoticedAndWhatIsThereIsServed(boolean oneSleeps) throws Exception {
        try (var site = Site.open(oneSleeps ? "BackInTimeAsleep" : "BackInTime", 2)) {
            register(site, 300);
            restarted(site, PostgresProcess::keepCopy);
            register(site, LOST);
            if (oneSleeps) {
                site.replicas().getLast().pause();
            }
            restarted(site, PostgresProcess::restoreCopy);
            var lost = forgetWhatIsGone(site);
            if (oneSleeps) {
                register(site, 2 * LOST);
                site.replicas().getLast().resume();
            }
            site.audit("went back by %d entries".formatted(lost));
            assertThat(site.follower().restarts())
                    .as("times that a follower had to begin again")
                    .isPositive();
            register(site, 100);
            site.audit("and goes on");
        }
    }

    /// What is done to the folder of a stopped server.
    private interface Work {
        void on(PostgresProcess database) throws IOException;
    }

    private static void restarted(Site site, Work meanwhile) throws IOException {
        site.database().stop();
        meanwhile.on(site.database());
        site.database().start();
    }

    private static void register(Site site, int members) {
        site.load(24, 10);
        site.awaitConfirmed(members);
        site.settle();
    }

    private static long forgetWhatIsGone(Site site) throws SQLException {
        Set<String> events = new HashSet<>();
        try (var connection = site.database().connection();
                var select = connection.prepareStatement(
                        "SELECT seq, array(SELECT id::text FROM bonus_event) FROM network");
                var row = select.executeQuery()) {
            row.next();
            Collections.addAll(events, (String[]) row.getArray(2).getArray());
            return site.acknowledged().forgetAfter(row.getLong(1), events);
        }
    }
}
