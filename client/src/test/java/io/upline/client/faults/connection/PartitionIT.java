package io.upline.client.faults.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.upline.client.faults.Site;
import io.upline.client.faults.load.Acknowledged;
import io.upline.client.faults.load.Exchange;
import io.upline.client.faults.load.Exchange.Reply;
import io.upline.client.faults.load.Latencies;
import io.upline.client.process.DatabaseProxy;
import io.upline.client.process.Replica;
import io.upline.client.testing.Wait;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("faults")
class PartitionIT {
    private static final Duration PARTITION = Duration.ofSeconds(30);
    private static final Duration HEALED_WITHIN = Duration.ofSeconds(20);
    /// A write is answered within 10 s, whatever the database does; the rest is the machine's.
    private static final long WRITE_MILLIS = 11_000;
    /// Far above what a read from memory takes, far below what waiting for a database would.
    private static final long READ_MILLIS_P99 = 250;

    private final Exchange exchange = new Exchange();
    private final Latencies reads = new Latencies();
    private final Latencies writes = new Latencies();
    private final Latencies unknowns = new Latencies();
    private final TreeSet<String> unexpected = new TreeSet<>();

    @Test
    void withoutTheDatabaseWritesAreRefusedInBoundedTimeReadsGoOnAndAllIsWellAfterwards() throws Exception {
        try (var site = Site.open("Partition", 2)) {
            site.load(12, 10);
            site.awaitConfirmed(300);
            site.proxies().forEach(DatabaseProxy::swallow);
            lookAround(site);
            site.acknowledged().rhythm().restart();
            site.proxies().forEach(DatabaseProxy::heal);
            site.awaitConfirmed(100);
            var healed = site.acknowledged().rhythm().longestGap();
            site.audit("cut off for %d s; writes refused: %s; reads: %s; unknown ids: %s; writing again after %,d ms"
                    .formatted(PARTITION.toSeconds(), writes, reads, unknowns, healed.toMillis()));
            assertThat(healed).isLessThan(HEALED_WITHIN);
        }
        requireBounds();
    }

    private void requireBounds() {
        assertThat(unexpected).isEmpty();
        assertThat(writes.millis(1)).isLessThan(WRITE_MILLIS);
        assertThat(unknowns.millis(1)).isLessThan(WRITE_MILLIS);
        assertThat(reads.millis(0.99)).isLessThan(READ_MILLIS_P99);
    }

    private void lookAround(Site site) throws InterruptedException {
        var known = site.acknowledged().members().stream().map(Acknowledged::id).toList();
        var end = System.nanoTime() + PARTITION.toNanos();
        while (System.nanoTime() < end) {
            lookAt(site.replicas().get(site.random().nextInt(2)), known);
        }
    }

    /// A write, an unknown id, and meanwhile many reads of known members.
    private void lookAt(Replica replica, List<String> known) throws InterruptedException {
        var id = UUID.randomUUID();
        var body = "{\"user_id\": \"%s\", \"parent_id\": \"%s\"}".formatted(id, known.getFirst());
        var writing = beside(503, writes, () -> exchange.post(replica, "/mlm/register", body));
        var asking = beside(503, unknowns, () -> exchange.get(replica, "/mlm/members/" + id));
        for (int i = 0; writing.isAlive() || asking.isAlive(); i++) {
            var path = "/mlm/members/" + known.get(i % known.size());
            expect(200, reads, () -> exchange.get(replica, path));
            Wait.pass(Duration.ofMillis(5));
        }
        writing.join();
        asking.join();
    }

    private Thread beside(int status, Latencies latencies, Supplier<Reply> asking) {
        return Thread.ofVirtual().start(() -> expect(status, latencies, asking));
    }

    private void expect(int status, Latencies latencies, Supplier<Reply> asking) {
        var start = System.nanoTime();
        var reply = asking.get();
        latencies.add(System.nanoTime() - start);
        var found = reply instanceof Reply.Answer answer ? answer : new Reply.Answer(0, MissingNode.getInstance(), 0);
        if (found.status() != status) {
            synchronized (unexpected) {
                unexpected.add("%d after %d ms: %s"
                        .formatted(found.status(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start), reply));
            }
        }
    }
}
