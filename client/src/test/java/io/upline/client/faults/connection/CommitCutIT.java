package io.upline.client.faults.connection;

import io.upline.client.faults.Site;
import io.upline.client.process.CommitCut;
import io.upline.client.process.DatabaseProxy;
import io.upline.client.testing.Wait;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("faults")
class CommitCutIT {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final int CUTS = 100;
    private static final int SILENT_CUTS = 2;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void whateverBecomesOfACommitEveryAnswerIsTrue(CommitCut cut) throws Exception {
        try (var site = Site.open("CommitCut-" + cut, 2)) {
            site.load(24, 10);
            site.awaitConfirmed(100);
            var cuts = cutSome(site, cut, Site.rounds(isSilent(cut) ? SILENT_CUTS : CUTS));
            site.awaitConfirmed(100);
            site.audit("%d commits cut, longest gap %,d ms"
                    .formatted(cuts, site.acknowledged().rhythm().longestGap().toMillis()));
        }
    }

    private static int cutSome(Site site, CommitCut cut, int cuts) {
        for (var proxy : site.proxies()) {
            cutOneInTen(proxy, cut, new Random(site.random().nextLong()));
        }
        Wait.until(cuts + " commits are cut", LIMIT, () -> cuts(site.proxies(), cut) >= cuts);
        site.proxies().forEach(proxy -> proxy.atCommit(() -> CommitCut.NONE));
        return cuts(site.proxies(), cut);
    }

    private static boolean isSilent(CommitCut cut) {
        return switch (cut) {
            case NONE, LOST, DONE -> false;
            case LOST_IN_SILENCE, DONE_IN_SILENCE -> true;
        };
    }

    private static void cutOneInTen(DatabaseProxy proxy, CommitCut cut, Random random) {
        proxy.atCommit(() -> {
            synchronized (random) {
                return random.nextInt(10) == 0 ? cut : CommitCut.NONE;
            }
        });
    }

    private static int cuts(List<DatabaseProxy> proxies, CommitCut cut) {
        return proxies.stream().mapToInt(proxy -> proxy.cuts(cut)).sum();
    }
}
