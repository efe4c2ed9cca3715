package io.upline.service.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upline.service.platform.database.Database;
import io.upline.service.testing.PostgresResource;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class ExpiredRepliesTest {
    @Inject
    Database database;

    @Inject
    ExpiredReplies expired;

    @Test
    void anAnswerIsKeptForADayAndForgottenAfterThat() {
        var fresh = kept("23 hours 59 minutes");
        var old = kept("24 hours 1 minute");
        expired.forget();
        assertThat(isThere(fresh)).isTrue();
        assertThat(isThere(old)).isFalse();
    }

    private String kept(String age) {
        var key = UUID.randomUUID().toString();
        return database.transaction(connection -> {
            try (var insert = connection.prepareStatement("""
                    INSERT INTO idempotency_key (key, request_hash, reply, created_at)
                    VALUES (?, '', '', now() - ?::interval)
                    """)) {
                insert.setString(1, key);
                insert.setString(2, age);
                insert.executeUpdate();
                return key;
            }
        });
    }

    private boolean isThere(String key) {
        return database.transaction(connection -> {
            try (var select = connection.prepareStatement("SELECT 1 FROM idempotency_key WHERE key = ?")) {
                select.setString(1, key);
                return select.executeQuery().next();
            }
        });
    }
}
