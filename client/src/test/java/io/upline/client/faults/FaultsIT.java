package io.upline.client.faults;

import io.upline.client.process.CommitCut;
import io.upline.client.testing.Wait;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// The short one of the fault tests, for every build.
class FaultsIT {
    private static final Duration CUT_WITHIN = Duration.ofSeconds(30);

    @Test
    void nothingConfirmedIsLostWhenAReplicaIsKilledAndCommitsAreCutOff() throws Exception {
        try (var site = Site.openOnce("Faults", 2)) {
            site.load(16, 5);
            site.awaitConfirmed(100);
            cutOneCommit(site, CommitCut.LOST);
            cutOneCommit(site, CommitCut.DONE);
            site.replicas().getFirst().kill();
            cutOneCommit(site, CommitCut.DONE);
            site.replicas().getFirst().start();
            site.awaitConfirmed(100);
            site.audit("one kill and three commits cut, longest gap %,d ms"
                    .formatted(site.acknowledged().rhythm().longestGap().toMillis()));
        }
    }

    private static void cutOneCommit(Site site, CommitCut cut) {
        var proxy = site.proxies().getLast();
        var before = proxy.cuts(cut);
        proxy.atCommit(() -> proxy.cuts(cut) == before ? cut : CommitCut.NONE);
        Wait.until("a commit is cut", CUT_WITHIN, () -> proxy.cuts(cut) > before);
    }
}
