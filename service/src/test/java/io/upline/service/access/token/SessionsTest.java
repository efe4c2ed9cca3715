package io.upline.service.access.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.upline.service.access.FakeAuthentication;
import io.upline.service.access.Tokens;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import io.upline.service.platform.redis.Redis;
import io.upline.service.platform.redis.RedisAt;
import io.upline.service.platform.settings.SettingsReading;
import io.upline.service.testing.TestRedis;
import io.upline.service.testing.Wait;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

/// A claim with the user's id, with and without an authentication service that can be asked.
class SessionsTest {
    private static final UUID USER = UUID.randomUUID();

    private static Sessions sessions(Map<String, String> environment) {
        return sessions(environment, RedisAt.nowhere());
    }

    private static Sessions sessions(Map<String, String> environment, Redis redis) {
        var all = new HashMap<>(environment);
        all.putAll(Map.of("AUTH", "on", "SECRET_KEY", Tokens.SECRET_KEY, "USER_ID_CLAIM", "uid"));
        return new Sessions(SettingsReading.read(all), redis);
    }

    private static String token(String kind, UUID user, long secondsLeft) {
        return token(kind, user, user, secondsLeft);
    }

    /// @param known whom the authentication service knows by the token
    private static String token(String kind, UUID user, UUID known, long secondsLeft) {
        var claims = new HashMap<>(Tokens.claims(kind, known, secondsLeft));
        claims.put("uid", user.toString());
        return Tokens.signed("HS256", Tokens.key(Tokens.SECRET_KEY), claims);
    }

    @Test
    void theClaimSaysWhoItIsAndTheServiceWhetherItCounts() throws IOException {
        try (var service = new FakeAuthentication("{}")) {
            var sessions = sessions(Map.of("AUTH_BASE_URL", service.url()));
            assertThat(sessions.of(token("active", USER, Tokens.HOUR_SECONDS)).join())
                    .isInstanceOfSatisfying(
                            Session.Open.class,
                            open -> assertThat(open.userId()).isEqualTo(USER));
            for (var kind : new String[] {"inactive", "barred", "gone"}) {
                assertThat(sessions.of(token(kind, USER, Tokens.HOUR_SECONDS)).join())
                        .isEqualTo(new Session.Refused("The token no longer counts; log in again."));
            }
            assertThat(sessions.of(token("active", USER, UUID.randomUUID(), Tokens.HOUR_SECONDS))
                            .join())
                    .isEqualTo(new Session.Refused("The token and the authentication service name different users."));
        }
    }

    /// Who gets a token at all is the authentication service's matter.
    @Test
    void whetherTheirAddressIsVerifiedMakesNoDifference() throws IOException {
        try (var service = new FakeAuthentication("{}")) {
            assertThat(sessions(Map.of("AUTH_BASE_URL", service.url()))
                            .of(Tokens.of("unverified", USER))
                            .join())
                    .isEqualTo(new Session.Open(USER));
        }
    }

    @Test
    void aTokenWithoutTheClaimIsWhoseTheServiceSays() throws IOException {
        try (var service = new FakeAuthentication("{}")) {
            assertThat(sessions(Map.of("AUTH_BASE_URL", service.url()))
                            .of(Tokens.of(USER))
                            .join())
                    .isInstanceOfSatisfying(
                            Session.Open.class,
                            open -> assertThat(open.userId()).isEqualTo(USER));
        }
    }

    @Test
    void nobodyIsLetInWhileTheServiceIsAway() throws IOException {
        var gone = new FakeAuthentication("{}");
        gone.close();
        var session = sessions(Map.of("AUTH_BASE_URL", gone.url())).of(token("active", USER, Tokens.HOUR_SECONDS));
        assertUnavailable(session);
    }

    @Test
    void onlySoManyTokensAreAskedAboutAtATime() throws IOException {
        try (var service = new FakeAuthentication("{}")) {
            var sessions = sessions(Map.of("AUTH_BASE_URL", service.url()));
            var others = Stream.generate(() -> Tokens.of("stuck", UUID.randomUUID()))
                    .limit(AuthenticationService.QUESTIONS)
                    .toList();
            var stuck =
                    new ArrayList<>(others.stream().skip(1).map(sessions::of).toList());
            assertThat(sessions.of(Tokens.of(USER)).join()).isEqualTo(new Session.Open(USER));
            stuck.add(sessions.of(others.getFirst()));
            assertThat(sessions.of(Tokens.of(UUID.randomUUID())))
                    .completesExceptionallyWithin(Duration.ZERO)
                    .withThrowableThat()
                    .havingCause()
                    .withMessageStartingWith("Too many tokens are being asked about");
            stuck.forEach(SessionsTest::assertUnavailable);
            assertThat(sessions.of(Tokens.of(UUID.randomUUID())).join()).isInstanceOf(Session.Open.class);
        }
    }

    private static void assertUnavailable(CompletableFuture<Session> session) {
        assertThatThrownBy(session::join)
                .hasCauseInstanceOf(Problem.class)
                .cause()
                .extracting(problem -> ((Problem) problem).type())
                .isEqualTo(ProblemType.UNAVAILABLE);
    }

    @Test
    void aSessionThatIsKnownEndsWithItsToken() {
        var sessions = sessions(Map.of());
        var token = token("active", USER, 2 - TokenCheck.CLOCK_SKEW_SECONDS);
        assertThat(sessions.of(token).join()).isInstanceOf(Session.Open.class);
        Wait.until(() -> sessions.of(token).join().equals(new Session.Refused("The token has expired; log in again.")));
    }

    @Test
    void aTokenThatRedisKnowsToBeLoggedOutIsRefusedWithinASecond() throws IOException {
        try (var server = TestRedis.started();
                var redis = RedisAt.url(server.url());
                var service = new FakeAuthentication("{}")) {
            var sessions = sessions(Map.of("AUTH_BASE_URL", service.url()), redis.redis());
            var token = Tokens.of(USER);
            assertThat(sessions.of(token).join()).isEqualTo(new Session.Open(USER));
            logOut(redis, token);
            Wait.until(() ->
                    sessions.of(token).join().equals(new Session.Refused("The token no longer counts; log in again.")));
            assertThat(sessions.of(Tokens.of(UUID.randomUUID())).join()).isInstanceOf(Session.Open.class);
            for (var respelled : Tokens.withAnotherEnd(token)) {
                assertThat(sessions.of(respelled).join()).isEqualTo(new Session.Refused("The token is not valid."));
            }
        }
    }

    @Test
    void ofATokenWithTwoSignaturesBothAreLoggedOut() throws IOException, JoseException {
        var key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        try (var server = TestRedis.started();
                var redis = RedisAt.url(server.url());
                var service = new FakeAuthentication(new JsonWebKeySet(key).toJson())) {
            var published = Map.of("AUTH", "on", "JWKS_URL", service.url() + "/keys", "USER_ID_CLAIM", "uid");
            var sessions = new Sessions(SettingsReading.read(published), redis.redis());
            var claims = new HashMap<>(Tokens.claims("active", USER, Tokens.HOUR_SECONDS));
            claims.put("uid", USER.toString());
            var token = Tokens.signed("ES256", key.getPrivateKey(), claims);
            var other = OtherSignature.of(token).orElseThrow();
            Wait.until(() -> isKnown(sessions.of(other)));
            assertThat(sessions.of(other).join()).isEqualTo(new Session.Open(USER));
            logOut(redis, token);
            var refused = new Session.Refused("The token no longer counts; log in again.");
            Wait.until(() ->
                    isKnown(sessions.of(other)) && sessions.of(other).join().equals(refused));
            Wait.until(() ->
                    isKnown(sessions.of(token)) && sessions.of(token).join().equals(refused));
        }
    }

    /// Not when Redis answered too late, as it may on a busy machine.
    private static boolean isKnown(CompletableFuture<Session> session) {
        return session.handle((_, failure) -> failure == null).join();
    }

    private static void logOut(RedisAt redis, String token) {
        redis.redis()
                .work(commands -> commands.setex("blacklist:" + token, 60, new byte[] {'1'}))
                .join();
    }

    @Test
    void whileRedisIsAwayTheAuthenticationServiceIsAsked() throws IOException {
        try (var server = TestRedis.started();
                var redis = RedisAt.url(server.url());
                var service = new FakeAuthentication("{}")) {
            var sessions = sessions(Map.of("AUTH_BASE_URL", service.url()), redis.redis());
            server.kill();
            Wait.until(() -> !redis.redis().isThere());
            assertThat(sessions.of(token("active", USER, Tokens.HOUR_SECONDS)).join())
                    .isEqualTo(new Session.Open(USER));
            assertThat(sessions.of(token("gone", USER, Tokens.HOUR_SECONDS)).join())
                    .isInstanceOf(Session.Refused.class);
        }
    }

    @Test
    void whileTheServiceIsAwayATokenWithTheClaimCountsIfRedisKnowsNothingAgainstIt() throws IOException {
        var gone = new FakeAuthentication("{}");
        gone.close();
        try (var server = TestRedis.started();
                var redis = RedisAt.url(server.url())) {
            var sessions = sessions(Map.of("AUTH_BASE_URL", gone.url()), redis.redis());
            var loggedOut = token("inactive", USER, Tokens.HOUR_SECONDS);
            logOut(redis, loggedOut);
            var active = token("active", USER, Tokens.HOUR_SECONDS);
            Wait.until(() -> isKnown(sessions.of(active)));
            assertThat(sessions.of(active).join()).isEqualTo(new Session.Open(USER));
            Wait.until(() -> isKnown(sessions.of(loggedOut)));
            assertThat(sessions.of(loggedOut).join()).isInstanceOf(Session.Refused.class);
            assertUnavailable(sessions.of(Tokens.of(USER)));
            server.kill();
            Wait.until(() -> !redis.redis().isThere());
            assertUnavailable(sessions.of(token("active", UUID.randomUUID(), Tokens.HOUR_SECONDS)));
        }
    }

    @Test
    void withNobodyElseToAskATokenIsRefusedWhileRedisIsAway() {
        try (var server = TestRedis.started();
                var redis = RedisAt.url(server.url())) {
            var sessions = sessions(Map.of(), redis.redis());
            var token = token("active", USER, Tokens.HOUR_SECONDS);
            Wait.until(() -> isKnown(sessions.of(token)));
            assertThat(sessions.of(token).join()).isEqualTo(new Session.Open(USER));
            server.kill();
            Wait.until(() -> sessions.of(token).isCompletedExceptionally());
            assertUnavailable(sessions.of(token));
        }
    }
}
