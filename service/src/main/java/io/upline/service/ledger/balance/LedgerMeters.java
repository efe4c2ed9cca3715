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
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/// Whether the ledger sums to zero, as a metric. Looked at once a minute.
@ApplicationScoped
class LedgerMeters {
    private static final Logger LOG = Logger.getLogger(LedgerMeters.class);
    private static final Duration PERIOD = Duration.ofMinutes(1);

    private static final AtomicReference<List<Total>> TOTALS = new AtomicReference<>(List.of());

    static {
        Gauge.builder("upline.ledger.imbalance", TOTALS, totals -> imbalance(totals.get()))
                .description("Currencies in which all balances together are not zero; anything but 0 is a defect")
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
        } catch (DatabaseUnavailable e) {
            LOG.debug("The ledger is looked at later.", e);
        }
    }

    private static long imbalance(List<Total> totals) {
        return CompanyTotals.sums(totals).values().stream()
                .filter(sum -> sum.signum() != 0)
                .count();
    }
}
