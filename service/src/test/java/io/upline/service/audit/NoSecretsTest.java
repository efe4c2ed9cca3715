package io.upline.service.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.upline.service.access.AccessResource;
import io.upline.service.access.Calls;
import io.upline.service.access.Role;
import io.upline.service.access.Tokens;
import io.upline.service.platform.database.Database;
import io.upline.service.testing.Logged;
import io.upline.service.testing.PostgresResource;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Whatever a caller sends to say who they are, right or wrong, in its place or in another's: it is neither logged
/// nor stored.
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(AccessResource.class)
class NoSecretsTest {
    private static final String BAD_SECRET = "a-secret-that-opens-nothing";

    @Inject
    @SuppressWarnings("NullAway.Init")
    Database database;

    @Test
    void noSecretAndNoTokenIsLoggedOrStored() {
        var token = Tokens.of(Calls.ADMIN);
        var broken = token.substring(0, token.length() - 2);
        var secret = Calls.secretOf(Calls.keyOf(Role.ADMIN));
        try (var logged = Logged.from()) {
            for (var caller : List.of(
                    Calls.service(Role.ADMIN),
                    Calls.token(token),
                    Calls.token(broken),
                    Calls.key(Calls.keyOf(Role.ADMIN), BAD_SECRET),
                    // In each other's places, and in those of others.
                    Calls.key(secret, Calls.keyOf(Role.ADMIN)),
                    Calls.key(token, token),
                    Calls.token(secret),
                    Map.of("Authorization", "Basic " + token),
                    Map.of("Authorization", token),
                    Map.of("token", token, "Cookie", "session=" + token))) {
                sendAll(caller);
            }
            // What is sent as a value elsewhere is told to whoever sent it, and not kept either.
            given().headers(Calls.service(Role.AUDITOR))
                    .queryParam("by", secret + token)
                    .get("/mlm/audit");
            given().headers(Calls.service(Role.AUDITOR)).get("/mlm/members/" + token);
            assertThat(logged.lines()).noneMatch(line -> holdsASecret(line, token, broken, secret));
        }
        assertThat(stored()).isNotEmpty().noneMatch(row -> holdsASecret(row, token, broken, secret));
    }

    private static boolean holdsASecret(String text, String token, String broken, String secret) {
        return text.contains(secret)
                || text.contains(BAD_SECRET)
                || text.contains(broken)
                || text.contains(token.substring(token.lastIndexOf('.')));
    }

    private static void sendAll(Map<String, String> caller) {
        given().headers(caller)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON)
                .body("{\"user_id\": \"%s\"}".formatted(UUID.randomUUID()))
                .post("/mlm/root");
        Calls.post(caller, "/mlm/root", "{");
        Calls.get(caller, "/mlm/audit?limit=1");
        Calls.get(caller, "/mlm/bonus?limit=0");
        Calls.get(caller, "/nothing");
    }

    /// Every row of every table, as text.
    private List<String> stored() {
        return database.transaction(connection -> {
            var rows = new ArrayList<String>();
            try (var select = connection.prepareStatement("""
                    SELECT query_to_xml(format('SELECT * FROM %I', tablename), true, false, '')::text
                    FROM pg_tables WHERE schemaname = 'public'
                    """);
                    var tables = select.executeQuery()) {
                while (tables.next()) {
                    rows.add(tables.getString(1));
                }
            }
            return rows;
        });
    }
}
