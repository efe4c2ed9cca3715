package io.upline.service.access.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.upline.service.access.FakeAuthentication;
import io.upline.service.access.Tokens;
import io.upline.service.platform.http.Problem;
import io.upline.service.platform.http.ProblemType;
import io.upline.service.platform.settings.SettingsReading;
import io.upline.service.testing.Wait;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A claim with the user's id, with and without an authentication service that can be asked.
class SessionsTest {
    private static final UUID USER = UUID.randomUUID();

    private static Sessions sessions(Map<String, String> environment) {
        var all = new HashMap<>(environment);
        all.putAll(Map.of("AUTH", "on", "SECRET_KEY", Tokens.SECRET_KEY, "USER_ID_CLAIM", "uid"));
        return new Sessions(SettingsReading.read(all));
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
            for (var kind : new String[] {"inactive", "gone"}) {
                assertThat(sessions.of(token(kind, USER, Tokens.HOUR_SECONDS)).join())
                        .isEqualTo(new Session.Refused("The token no longer counts; log in again."));
            }
            assertThat(sessions.of(token("active", USER, UUID.randomUUID(), Tokens.HOUR_SECONDS))
                            .join())
                    .isEqualTo(new Session.Refused("The token and the authentication service name different users."));
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
}
