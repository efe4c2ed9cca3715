package io.upline.bench.load;

import io.upline.bench.load.paying.PayAll;
import io.upline.bench.load.paying.SingleRegistrations;
import io.upline.bench.load.process.Load;
import io.upline.bench.load.report.Row;
import io.upline.bench.load.rows.MoneyRows;
import io.upline.bench.load.rows.Seed;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Paying a million bonuses while single members join; and a member's balance and pages of lists among ten million
/// bonuses, from one client alone.
final class MoneyBench {
    private static final double PAY_BAR_SECONDS = 90;
    private static final double JOIN_BAR_MILLIS = 100;
    private static final double READ_BAR_MILLIS = 10;
    /// A tenth of what is there is to be paid still.
    private static final int PENDING_SHARE = 10;
    private static final int WARM_UP_READS = 500;
    private static final int READS = 2_000;
    private static final int READ_SERIES = 254;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Bench bench;

    MoneyBench(Bench bench) {
        this.bench = bench;
    }

    /// What is read, as the table calls it.
    private record Page(String words, String path) {}

    private static final List<Page> PAGES = List.of(
            new Page("balance of who has one in 190 bonuses", "/mlm/members/{id}/balance"),
            new Page("100 of their postings", "/mlm/members/{id}/postings?limit=100"),
            new Page("100 of their bonuses", "/mlm/bonus/user/{id}?limit=100"),
            new Page("100 bonuses", "/mlm/bonus?limit=100"),
            new Page("100 pending bonuses", "/mlm/bonus?status=pending&limit=100"),
            new Page("100 paid bonuses", "/mlm/bonus?status=paid&limit=100"));

    void measure() throws IOException, SQLException, InterruptedException {
        var seed = bench.seed(Scale.LARGE_MEMBERS);
        payAll(seed, bench.scale().pending());
        readAmong(seed, bench.scale().bonuses());
    }

    private void payAll(Seed seed, long bonuses) throws IOException, SQLException, InterruptedException {
        var what = "%,d bonuses paid at once".formatted(bonuses);
        fill(seed, bonuses, 0);
        try (var service = bench.server().service(Bench.LOADED, "");
                var connection = bench.server().connect(Bench.LOADED)) {
            bench.warmUp(Load.registrations(Load.Sponsors.RANDOM).among(1, seed.members()), service);
            try (var joining = SingleRegistrations.start(service, seed.members())) {
                var seconds = PayAll.run(service).toMillis() / 1e3;
                var p99 = joining.p99Millis();
                requireAllPaid(MoneyRows.unpaid(connection));
                bench.table()
                        .say("  %s in %.1f s; %,d members joined meanwhile, p99 %s"
                                .formatted(what, seconds, joining.count(), Row.millis(p99)));
                bench.table().add(Row.atMost(what, seed.members(), seconds, PAY_BAR_SECONDS, "s"));
                bench.table()
                        .add(Row.atMost("registrations meanwhile, p99", seed.members(), p99, JOIN_BAR_MILLIS, "ms"));
            }
            bench.check(service);
        }
    }

    private static void requireAllPaid(long unpaid) {
        if (unpaid > 0) {
            throw new IllegalStateException("%,d bonuses are not paid.".formatted(unpaid));
        }
    }

    private void fill(Seed seed, long bonuses, long paid) throws SQLException {
        bench.table().say("Making %,d bonuses, %,d of them paid …".formatted(bonuses, paid));
        bench.server().copy(seed.database(), Bench.LOADED);
        try (var connection = bench.server().connect(Bench.LOADED)) {
            MoneyRows.fill(connection, bonuses, paid);
        }
    }

    private void readAmong(Seed seed, long bonuses) throws IOException, SQLException, InterruptedException {
        fill(seed, bonuses, bonuses - bonuses / PENDING_SHARE);
        try (var service = bench.server().service(Bench.LOADED, "")) {
            awaitKept();
            for (var page : PAGES) {
                var load = Load.get(page.path).alone().amongOnly(List.of(1)).series(READ_SERIES);
                bench.run(load.answers(WARM_UP_READS), service);
                var read = bench.run(load.answers(READS), service);
                bench.table()
                        .say("  %s: p50 %s, p99 %s"
                                .formatted(page.words, Row.millis(read.p50Millis()), Row.millis(read.p99Millis())));
                var what = "%s, among %,d, p99".formatted(page.words, bonuses);
                bench.table().add(Row.atMost(what, seed.members(), read.p99Millis(), READ_BAR_MILLIS, "ms"));
            }
            bench.check(service);
        }
    }

    /// The service adds up by itself what was posted.
    private void awaitKept() throws SQLException {
        var started = System.nanoTime();
        try (var connection = bench.server().connect(Bench.LOADED)) {
            while (MoneyRows.notKept(connection) > 0) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        bench.table()
                .say("  balances kept up to the last posting after %.1f s"
                        .formatted((System.nanoTime() - started) / 1e9));
    }
}
