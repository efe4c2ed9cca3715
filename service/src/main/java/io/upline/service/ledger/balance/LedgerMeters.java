package io.upline.service.ledger.balance;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.runtime.StartupEvent;
import io.upline.service.ledger.balance.CompanyTotals.Total;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.database.DatabaseUnavailable;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Whether the ledger sums to zero, as a metric. Looked at once a minute.
@ApplicationScoped
class LedgerMeters {
    private static final Logger LOG = Logger.getLogger(LedgerMeters.class);
    private static final Duration PERIOD = Duration.ofMinutes(1);

    private static final AtomicReference<@Nullable List<Total>> TOTALS = new AtomicReference<>();

    private static final AtomicLong BEHIND = new AtomicLong();

    static {
        Gauge.builder("upline.ledger.imbalance", LedgerMeters::imbalance)
                .description(
                        "Currencies in which all balances together are not zero; anything but 0 is a defect, NaN: not known")
                .register(Metrics.globalRegistry);
        Gauge.builder("upline.ledger.behind", BEHIND, AtomicLong::get)
                .description("Postings that the kept balances don't hold yet, about")
                .register(Metrics.globalRegistry);
    }

    private final Database database;

    LedgerMeters(Database database) {
        this.database = database;
    }

    void start(@Observes StartupEvent event, Vertx vertx) {
        vertx.setPeriodic(
                0,
                PERIOD.toMillis(),
                timer -> Thread.ofVirtual().name("ledger-meters").start(this::look));
    }

    private void look() {
        try {
            TOTALS.set(database.snapshot(CompanyTotals::read));
            BEHIND.set(database.snapshot(CheckpointTable::behind));
        } catch (DatabaseUnavailable e) {
            TOTALS.set(null);
            LOG.warn("The ledger can't be looked at now; the metric upline_ledger_imbalance says nothing.", e);
        }
    }

    /// Null where nobody knows, which is NaN as a metric.
    private static @Nullable Number imbalance() {
        var totals = TOTALS.get();
        return totals == null
                ? null
                : CompanyTotals.sums(totals).values().stream()
                        .filter(sum -> sum.signum() != 0)
                        .count();
    }
}
