package io.upline.service.member.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upline.service.platform.database.Database;
import io.upline.service.testing.Api;
import io.upline.service.testing.Checks;
import io.upline.service.testing.PostgresResource;
import io.upline.service.testing.Wait;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/// Whoever is to be forgotten while somebody takes their time over a keyed request: the others go on.
@QuarkusTest
@WithTestResource(PostgresResource.class)
class ForgettingLocksTest {
    private static final String WAITING = """
            SELECT FROM pg_locks
            WHERE relation = 'idempotency_key'::regclass AND mode = 'ExclusiveLock' AND NOT granted
            """;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Database database;

    @Test
    void whileForgettingWaitsOthersGetTheirTurns() {
        var member = Api.newRoot();
        database.transaction(keyed -> {
            // As marking all bonuses paid does, for as long as it takes.
            execute(keyed, "SET LOCAL idle_in_transaction_session_timeout = 0");
            execute(keyed, "LOCK TABLE idempotency_key IN ROW SHARE MODE");
            othersGoOnBeside(keyed, member);
            return keyed;
        });
        assertThat(forget(member)).isEqualTo(200);
        Checks.assertClean();
    }

    private void othersGoOnBeside(Connection keyed, String member) {
        var forgetting = CompletableFuture.supplyAsync(() -> forget(member));
        Wait.until(() -> isTableWaitedFor(keyed));
        takeTheNetworksTurn();
        assertThat(forgetting.join()).isEqualTo(503);
        Api.newRoot();
    }

    private void takeTheNetworksTurn() {
        database.transaction(other -> {
            execute(other, "SET LOCAL lock_timeout = '1s'");
            execute(other, "SELECT FROM network FOR UPDATE");
            return other;
        });
    }

    private static int forget(String id) {
        return Api.post("/mlm/members/" + id + "/forget", "{\"reason\": \"asked\"}")
                .statusCode();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static boolean isTableWaitedFor(Connection connection) {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(WAITING)) {
            return row.next();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
