package io.upline.service.platform.settings;

import static io.upline.service.platform.settings.SettingsReading.mistakes;
import static io.upline.service.platform.settings.SettingsReading.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.upline.service.platform.settings.AccessSettings.TokenKey;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who may call is never left open by mistake.
class AccessSettingsTest {
    private static final Map<String, String> TOKENS =
            Map.of("SECRET_KEY", "s3cret", "AUTH_BASE_URL", "http://auth.internal:8000/");

    private static Map<String, String> with(Map<String, String> some, String... others) {
        var all = new HashMap<>(some);
        for (int i = 0; i < others.length; i += 2) {
            all.put(others[i], others[i + 1]);
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "LOCALHOST", "::1"})
    void onThisMachineNobodyHasToSayWhoTheyAreUnlessItIsSaid(String host) {
        assertThat(read(Map.of("HOST", host)).access().required()).isFalse();
        assertThat(read(Map.of("HOST", host, "AUTH", "Off")).access().required())
                .isFalse();
        assertThat(read(with(TOKENS, "HOST", host, "AUTH", "ON")).access().required())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "10.0.0.5", "example.com", "127.0.0.1.example.com"})
    void whereOthersCanReachItEverybodyHasTo(String host) {
        assertThat(read(with(TOKENS, "HOST", host)).access().required()).isTrue();
        assertThat(mistakes(with(TOKENS, "HOST", host, "AUTH", "off")))
                .containsExactly("AUTH is off, and HOST is \"" + host
                        + "\", which others can reach; keep 127.0.0.1, or switch AUTH on.");
        assertThat(mistakes(Map.of("HOST", host, "ALLOWED_HOSTS", "upline.internal")))
                .singleElement()
                .asString()
                .startsWith("AUTH is on, and nobody could call: name a file in API_KEYS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "no", "0", "of"})
    void whatIsNeitherOnNorOffIsRefused(String text) {
        assertThat(mistakes(Map.of("AUTH", text))).containsExactly("AUTH is \"" + text + "\"; write on or off.");
    }

    @Test
    void servicesOrPeopleAreEnough() {
        assertThat(mistakes(Map.of("AUTH", "on", "API_KEYS", "keys.txt"))).isEmpty();
        assertThat(mistakes(with(TOKENS, "AUTH", "on"))).isEmpty();
        assertThat(mistakes(Map.of("AUTH", "on"))).hasSize(1);
    }

    @Test
    void tokensAreSignedInOneWay() {
        assertThat(mistakes(with(TOKENS, "JWKS_URL", "http://auth.internal/keys")))
                .containsExactly("SECRET_KEY and JWKS_URL are both set; keep the one that tokens are signed by.");
        assertThat(read(TOKENS).access().tokens().orElseThrow().key()).isEqualTo(new TokenKey.Shared("s3cret"));
        var published = read(Map.of("JWKS_URL", "https://auth.internal/keys", "USER_ID_CLAIM", "uid"))
                .access()
                .tokens()
                .orElseThrow();
        assertThat(published.key()).isEqualTo(new TokenKey.Published(URI.create("https://auth.internal/keys")));
        assertThat(published.userIdClaim()).contains("uid");
    }

    @Test
    void whoseATokenIsMustBeToBeFoundOut() {
        assertThat(mistakes(Map.of("SECRET_KEY", "s3cret")))
                .singleElement()
                .asString()
                .startsWith("Tokens can be checked, but not whose they are");
        assertThat(mistakes(Map.of("SECRET_KEY", "s3cret", "USER_ID_CLAIM", "uid")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://auth.internal:8000, http://auth.internal:8000",
        "https://auth.internal/base/, https://auth.internal/base",
        "auth.internal, ",
        "ftp://auth.internal, ",
        "http://, ",
        "http://me:s3cret@auth.internal, ",
        "http://auth internal, ",
        "http://auth.internal/?a=b, ",
        "http://auth.internal?, ",
        "http://auth.internal/#top, "
    })
    void theAddressOfTheAuthenticationServiceIsOneOfHttp(String text, @Nullable String read) {
        var environment = Map.of("SECRET_KEY", "s3cret", "AUTH_BASE_URL", text);
        if (read == null) {
            assertThat(mistakes(environment))
                    .singleElement()
                    .asString()
                    .startsWith("AUTH_BASE_URL can't be read;")
                    .doesNotContain("s3cret");
        } else {
            assertThat(read(environment).access().tokens().orElseThrow().authenticationService())
                    .contains(URI.create(read));
        }
    }

    @Test
    void theAddressOfTheKeysMayHaveAQuery() {
        var environment = Map.of("JWKS_URL", "https://auth.internal/keys?use=sig", "USER_ID_CLAIM", "uid");
        assertThat(read(environment).access().tokens().orElseThrow().key())
                .isEqualTo(new TokenKey.Published(URI.create("https://auth.internal/keys?use=sig")));
        assertThat(mistakes(with(environment, "JWKS_URL", "https://auth.internal/keys#sig")))
                .hasSize(1);
    }

    @Test
    void administratorsAndAuditorsAreUsers() {
        var one = UUID.randomUUID();
        var other = UUID.randomUUID();
        var access = read(Map.of("ADMINS", one + ", " + other + ",", "AUDITORS", other.toString()))
                .access();
        assertThat(access.admins()).containsExactlyInAnyOrder(one, other);
        assertThat(access.auditors()).containsExactly(other);
        assertThat(mistakes(Map.of("ADMINS", one + ",somebody@example.com", "AUDITORS", "*")))
                .containsExactly(
                        "ADMINS has \"somebody@example.com\"; write the ids of users, which are UUIDs, separated by commas.",
                        "AUDITORS has \"*\"; write the ids of users, which are UUIDs, separated by commas.");
    }

    @Test
    void theKeyOfTheTokensIsNeverShown() {
        assertThat(read(TOKENS).toString()).contains("HS256").doesNotContain("s3cret");
        assertThat(mistakes(with(TOKENS, "AUTH_BASE_URL", "nonsense", "JWKS_URL", "nonsense")))
                .isNotEmpty()
                .noneMatch(told -> told.contains("s3cret"));
    }
}
