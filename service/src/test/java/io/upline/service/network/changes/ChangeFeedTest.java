package io.upline.service.network.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.upline.service.network.Network;
import io.upline.service.network.log.AnotherReplica;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.database.DatabaseUnavailable;
import io.upline.service.testing.Api;
import io.upline.service.testing.PostgresResource;
import io.upline.service.testing.Wait;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/// How followers wait, and what they cost.
@QuarkusTest
@WithTestResource(PostgresResource.class)
class ChangeFeedTest {
    private static final int CROWD = 5_000;
    private static final long SECONDS = 20;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Network network;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Database database;

    @Inject
    @SuppressWarnings("NullAway.Init")
    DataSource pool;

    private final AtomicInteger transactions = new AtomicInteger();

    private long end() {
        Api.newRoot();
        return network.genealogy().asOf();
    }

    private CompletableFuture<ChangePage> follow(ChangeFeed feed, long after) {
        return feed.poll(new Reading(after, Optional.empty(), 10), network.seenAfter(after))
                .orTimeout(SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void whoWaitsIsToldOfABirthHereAndOfOneElsewhere() {
        var feed = new ChangeFeed(network, database);
        for (var elsewhere : List.of(false, true)) {
            var end = end();
            var waiting = follow(feed, end);
            assertThat(waiting).isNotDone();
            var born = elsewhere ? AnotherReplica.newRoot(database) : Api.newRoot();
            assertThat(waiting.join().items()).singleElement().satisfies(change -> {
                assertThat(change.seq()).isEqualTo(end + 1);
                assertThat(change.facts())
                        .isInstanceOfSatisfying(
                                Change.Facts.Birth.class,
                                birth -> assertThat(birth.userId()).hasToString(born));
            });
        }
    }

    @Test
    void aCrowdOfFollowersSharesWhatIsRead() {
        var feed = new ChangeFeed(network, new Database(counting()));
        var end = end();
        var platformThreads = Thread.getAllStackTraces().size();
        var crowd = IntStream.range(0, CROWD).mapToObj(i -> follow(feed, end)).toList();
        assertThat(Thread.getAllStackTraces()).hasSizeLessThan(platformThreads + 50);
        Api.newRoot();
        assertThat(crowd)
                .allSatisfy(waiting -> assertThat(waiting.join().items())
                        .extracting(Change::seq)
                        .containsExactly(end + 1));
        assertThat(transactions.get()).isBetween(1, CROWD / 10);
    }

    private DataSource counting() {
        return new PGSimpleDataSource() {
            private static final long serialVersionUID = 1L;

            @Override
            public java.sql.Connection getConnection() throws java.sql.SQLException {
                transactions.incrementAndGet();
                return pool.getConnection();
            }
        };
    }

    @Test
    void withoutADatabaseTheAnswerIsThatItIsAway() {
        var nowhere = new PGSimpleDataSource();
        nowhere.setURL("jdbc:postgresql://127.0.0.1:1/nowhere");
        var feed = new ChangeFeed(network, new Database(nowhere));
        assertThatThrownBy(() -> follow(feed, 0).join()).hasCauseInstanceOf(DatabaseUnavailable.class);
        var news = new CompletableFuture<Void>();
        var waiting = feed.poll(new Reading(end(), Optional.empty(), 1), news);
        news.complete(null);
        assertThatThrownBy(waiting::join).hasCauseInstanceOf(DatabaseUnavailable.class);
    }

    @Test
    void whoHangsUpIsForgotten() throws IOException {
        var end = end();
        var before = network.waiting();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            var request = "GET /mlm/changes?after=%d&wait=60 HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(end);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            Wait.until(() -> network.waiting() == before + 1);
        }
        Wait.until(() -> network.waiting() == before);
    }

    @Test
    void aConnectionLastsLongerThanTheLongestWait() {
        assertThat(ConfigProvider.getConfig().getValue("quarkus.http.idle-timeout", Duration.class))
                .isGreaterThan(Duration.ofSeconds(ChangesResource.WAIT_SECONDS + 5));
    }
}
