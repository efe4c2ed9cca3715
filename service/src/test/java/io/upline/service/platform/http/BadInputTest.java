package io.upline.service.platform.http;

import static io.upline.service.platform.http.EveryRoute.CSV;
import static io.upline.service.platform.http.EveryRoute.JSON;
import static io.upline.service.platform.http.EveryRoute.NOTHING;
import static io.upline.service.platform.http.EveryRoute.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upline.service.openapi.Operation;
import io.upline.service.testing.PostgresResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever is sent to a route: the client is told what is wrong, nothing changes, and the connection goes on or
/// ends.
@QuarkusTest
@WithTestResource(PostgresResource.class)
class BadInputTest {
    private static final byte[] EMPTY_OBJECT = {'{', '}'};
    private static final String ROUTES = "io.upline.service.platform.http.EveryRoute#";

    @Inject
    @SuppressWarnings("NullAway.Init")
    DataSource database;

    private List<Long> before = List.of();

    @BeforeEach
    void count() {
        before = EveryRoute.rows(database);
    }

    @AfterEach
    void nothingChanged() {
        assertThat(EveryRoute.rows(database)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource(ROUTES + "readingJson")
    void aBadBodyIsRefused(Operation operation) throws IOException {
        for (var body : Bad.bodies().entrySet()) {
            try (var wire = Wire.open()) {
                var reply = wire.send(operation.method(), EveryRoute.target(operation), JSON, body.getValue())
                        .read();
                assertThat(reply.status()).as(body.getKey()).isIn(400, 404, 413, 422);
                assertProblem(reply);
                assertThat(wire.isEndedOrUsable()).as(body.getKey()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource(ROUTES + "readingJson")
    void aBadBodyInChunksIsRefused(Operation operation) throws IOException {
        for (var body : Bad.bodies().entrySet()) {
            try (var wire = Wire.open()) {
                var reply = wire.sendChunked(operation.method(), EveryRoute.target(operation), JSON, body.getValue())
                        .read();
                assertThat(reply.status()).as(body.getKey()).isIn(400, 404, 413, 422);
                assertProblem(reply);
                assertThat(wire.isEndedOrUsable()).as(body.getKey()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource(ROUTES + "readingJson")
    void aBodyOfAnotherTypeIsRefused(Operation operation) throws IOException {
        for (var type : List.of("text/plain", "application/x-www-form-urlencoded", "nonsense", "a/b/c", "")) {
            if (EveryRoute.takes(operation, type)) {
                continue;
            }
            var headers = type.isEmpty() ? Map.<String, String>of() : Map.of("Content-Type", type);
            assertProblem(answer(operation, EveryRoute.target(operation), headers, EMPTY_OBJECT), 415);
        }
    }

    @ParameterizedTest
    @MethodSource(ROUTES + "withAnId")
    void anIdThatIsNoneIsRefused(Operation operation) throws IOException {
        for (var id : Bad.ids()) {
            assertProblem(answer(operation, operation.pathWith(id), JSON, NOTHING));
        }
    }

    @ParameterizedTest
    @MethodSource(ROUTES + "withAnIdAlone")
    void anIdThatNobodyHasIsRefused(Operation operation) throws IOException {
        assertProblem(answer(operation, EveryRoute.target(operation), JSON, NOTHING), 404);
    }

    @ParameterizedTest
    @MethodSource(ROUTES + "all")
    void anotherMethodIsRefusedAndTheRightOnesAreNamed(Operation operation) throws IOException {
        for (var method : List.of("PUT", "DELETE", "TRACE", "PURGE")) {
            if (EveryRoute.hasMethod(operation, method)) {
                continue;
            }
            try (var wire = Wire.open()) {
                var reply = wire.send(method, EveryRoute.target(operation), JSON, NOTHING)
                        .read();
                assertProblem(reply, 405);
                assertThat(reply.header("Allow").split(", ")).contains(operation.method());
            }
        }
    }

    @ParameterizedTest
    @MethodSource(ROUTES + "all")
    void theMethodsOfARouteAreToldToWhoAsks(Operation operation) throws IOException {
        try (var wire = Wire.open()) {
            var reply = wire.send("OPTIONS", EveryRoute.target(operation), Map.of(), NOTHING)
                    .read();
            assertThat(reply.status()).isEqualTo(204);
            assertThat(reply.header("Allow").split(", ")).contains(operation.method(), "OPTIONS");
        }
    }

    @ParameterizedTest
    @MethodSource(ROUTES + "all")
    void aFormThatTheRouteDoesNotHaveIsRefused(Operation operation) throws IOException {
        var headers = new HashMap<>(EveryRoute.isImport(operation) ? CSV : JSON);
        for (var form : List.of("image/png", "application/xml, text/html;q=0.5")) {
            headers.put("Accept", form);
            assertProblem(answer(operation, EveryRoute.target(operation), headers, NOTHING), 406);
        }
    }

    @ParameterizedTest
    @MethodSource(ROUTES + "all")
    void aFormThatIsNoneIsRefused(Operation operation) throws IOException {
        var headers = new HashMap<>(EveryRoute.isImport(operation) ? CSV : JSON);
        for (var form : List.of("a/", "/b", "nonsense", "application/json, ;", "")) {
            headers.put("Accept", form);
            assertProblem(answer(operation, EveryRoute.target(operation), headers, NOTHING), 400, 406);
        }
    }

    @ParameterizedTest
    @MethodSource(ROUTES + "all")
    void thereIsNothingBelowARoute(Operation operation) throws IOException {
        assertProblem(answer(operation, EveryRoute.target(operation) + "/no/such/route", JSON, NOTHING), 404);
        assertProblem(answer(operation, "/nothing" + EveryRoute.target(operation), JSON, NOTHING), 404);
    }

    @ParameterizedTest
    @MethodSource(ROUTES + "all")
    void anAddressThatIsNoUriIsRefused(Operation operation) throws IOException {
        for (var end : List.of("/%ZZ", "/%", "/%E0%A4%A", "?limit=%ZZ", "?a=|", "/\\")) {
            try (var wire = Wire.open()) {
                var reply = wire.send(operation.method(), EveryRoute.target(operation) + end, JSON, NOTHING)
                        .read();
                assertThat(reply.status()).as(end).isEqualTo(400);
                assertThat(wire.isEndedOrUsable()).isTrue();
            }
        }
    }

    @Test
    void aFileThatIsNoneIsRefused() throws IOException {
        for (var file : Bad.files().entrySet()) {
            try (var wire = Wire.open()) {
                assertProblem(
                        wire.send("POST", "/mlm/members/import", CSV, file.getValue())
                                .read(),
                        422);
                assertThat(wire.isEndedOrUsable()).as(file.getKey()).isTrue();
            }
        }
    }

    private static Wire.Reply answer(Operation operation, String target, Map<String, String> headers, byte[] body)
            throws IOException {
        try (var wire = Wire.open()) {
            var reply = wire.send(operation.method(), target, headers, body).read();
            assertThat(wire.isEndedOrUsable()).isTrue();
            return reply;
        }
    }
}
