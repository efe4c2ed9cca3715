package io.upline.service.access.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upline.service.access.AccessResource;
import io.upline.service.access.Calls;
import io.upline.service.access.Role;
import io.upline.service.testing.PostgresResource;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is served beside the routes: nothing of it is open by mistake.
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(AccessResource.class)
class EdgeTest {
    @Inject
    @SuppressWarnings("NullAway.Init")
    Router router;

    @Test
    void nothingElseIsServedBesideTheRoutes() {
        var paths = router.getRoutes().stream()
                .map(Route::getPath)
                .filter(Objects::nonNull)
                .sorted()
                .distinct()
                .toList();
        assertThat(paths)
                .containsExactly(
                        "/",
                        "/docs",
                        "/metrics",
                        "/metrics/",
                        "/openapi",
                        "/openapi.json",
                        "/openapi.yaml",
                        "/openapi.yml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/docs/", "/openapi", "/openapi?format=json"})
    void theDocumentsAreForAnybody(String path) {
        assertThat(Calls.get(Map.of(), path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/metrics/", "/%6Detrics", "/./metrics", "//metrics", "/docs/../metrics"})
    void noSpellingOpensTheMetrics(String path) {
        assertThat(Calls.get(Map.of(), path).statusCode()).isIn(400, 401, 404);
        assertThat(Calls.get(Calls.service(Role.GATEWAY), path).statusCode()).isIn(400, 403, 404);
    }

    @Test
    void whatIsNowhereIsNotFoundWithoutCredentials() {
        assertThat(Calls.get(Map.of(), "/no/such/route").statusCode()).isEqualTo(404);
    }
}
