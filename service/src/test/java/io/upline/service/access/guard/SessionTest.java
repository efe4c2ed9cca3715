package io.upline.service.access.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.upline.service.access.AccessResource;
import io.upline.service.access.Calls;
import io.upline.service.access.Role;
import io.upline.service.access.Tokens;
import io.upline.service.testing.Logged;
import io.upline.service.testing.PostgresResource;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tokens and the authentication service beside this one.
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(AccessResource.class)
class SessionTest {
    private static Response ask(String token, UUID member) {
        return Calls.get(Calls.token(token), "/mlm/members/" + member);
    }

    private static Response neighbour(String method, String path, String token) {
        return RestAssured.given()
                .baseUri(ConfigProvider.getConfig()
                        .getValue("AUTH_BASE_URL", String.class)
                        .replaceFirst("/$", ""))
                .header("token", token)
                .request(method, path);
    }

    private static String asked(String token) {
        return neighbour("GET", "/asked", token).asString();
    }

    @Test
    void whoseATokenIsIsAskedOnceAMinute() {
        var member = Calls.newRoot();
        var token = Tokens.of(member);
        for (int i = 0; i < 5; i++) {
            assertThat(ask(token, member).statusCode()).isEqualTo(200);
        }
        assertThat(asked(token)).isEqualTo("1");
    }

    @Test
    void whatIsNotSignedRightIsNeverAskedAbout() {
        var token = Tokens.signed(
                "HS256",
                Tokens.key("another key that is long enough for HS256, too"),
                Tokens.claims("active", UUID.randomUUID(), Tokens.HOUR_SECONDS));
        assertThat(ask(token, UUID.randomUUID()).statusCode()).isEqualTo(401);
        assertThat(asked(token)).isEqualTo("0");
    }

    @Test
    void aTokenThatWasLoggedOutIsRefused() {
        var member = Calls.newRoot();
        var token = Tokens.of(member);
        assertThat(neighbour("POST", "/auth/logout", token).statusCode()).isEqualTo(200);
        assertThat(ask(token, member).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"down", "nonsense", "stuck"})
    void nobodyIsLetInWhileTheAuthenticationServiceFails(String kind) {
        var member = Calls.newRoot();
        var reply = ask(Tokens.of(kind, member), member);
        assertThat(reply.statusCode()).isEqualTo(503);
        assertThat(reply.header("Retry-After")).isNotBlank();
        assertThat(reply.<String>path("type")).isEqualTo("/problems/unavailable");
        assertThat(Calls.get(Calls.token(Tokens.of(kind, member)), "/metrics").statusCode())
                .isEqualTo(503);
    }

    @Test
    void othersAreServedMeanwhile() {
        var member = Calls.newRoot();
        var stuck = Thread.ofVirtual().start(() -> ask(Tokens.of("stuck", member), member));
        for (int i = 0; i < 20; i++) {
            assertThat(Calls.get(Calls.service(Role.SERVICE), "/mlm/members/" + member)
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(stuck.isAlive()).isTrue();
    }

    @Test
    void noSecretAndNoTokenIsLogged() {
        try (var logged = Logged.from()) {
            WrongCredentials.all().values().forEach(wrong -> Calls.get(wrong, "/mlm/changes"));
            List.of("down", "nonsense").forEach(kind -> ask(Tokens.of(kind, Calls.ADMIN), Calls.ADMIN));
            Calls.get(Calls.service(Role.GATEWAY), "/mlm/changes");
            assertThat(logged.lines()).noneMatch(line -> line.contains("eyJ") || line.contains("the secret of"));
        }
    }
}
