package io.upline.service.platform.settings;

import io.upline.service.platform.settings.AccessSettings.LimitSettings;
import io.upline.service.platform.settings.AccessSettings.TokenKey;
import io.upline.service.platform.settings.AccessSettings.TokenSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Reads who may call. Nobody is let in by a setting that was forgotten.
final class AccessReading {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");
    private static final int MAX_PER_SECOND = 1_000_000;
    private static final String ON = "on";
    private static final String OFF = "off";

    private final Reading reading;

    AccessReading(Reading reading) {
        this.reading = reading;
    }

    AccessSettings read() {
        var required = isRequired();
        var apiKeys = reading.optional(Variable.API_KEYS).map(Path::of);
        var tokens = tokens();
        if (required && apiKeys.isEmpty() && !isAnySet(Variable.SECRET_KEY, Variable.JWKS_URL)) {
            reading.mistake(
                    "AUTH is on, and nobody could call: name a file in API_KEYS (./upline key makes keys), or say with SECRET_KEY or JWKS_URL how tokens are checked.");
        }
        return new AccessSettings(
                required, apiKeys, tokens, reading.ids(Variable.ADMINS), reading.ids(Variable.AUDITORS), limits());
    }

    private LimitSettings limits() {
        return new LimitSettings(
                reading.number(Variable.KEY_REQUESTS_PER_SECOND, 0, MAX_PER_SECOND),
                reading.number(Variable.PERSON_REQUESTS_PER_SECOND, 0, MAX_PER_SECOND));
    }

    private boolean isRequired() {
        var host = reading.text(Variable.HOST);
        var isLoopback = LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
        var said = reading.optional(Variable.AUTH).map(text -> text.toLowerCase(Locale.ROOT));
        if (said.isPresent() && !List.of(ON, OFF).contains(said.get())) {
            reading.mistake("AUTH is \"%s\"; write on or off.".formatted(said.get()));
        }
        if (said.filter(OFF::equals).isPresent() && !isLoopback) {
            reading.mistake(
                    "AUTH is off, and HOST is \"%s\", which others can reach; keep 127.0.0.1, or switch AUTH on."
                            .formatted(host));
        }
        return said.map(ON::equals).orElse(!isLoopback);
    }

    private Optional<TokenSettings> tokens() {
        // Paths are put at its end.
        var authenticationService = address(Variable.AUTH_BASE_URL, base -> base.getRawQuery() == null);
        var claim = reading.optional(Variable.USER_ID_CLAIM);
        var key = key();
        var saysWhose = isAnySet(Variable.AUTH_BASE_URL, Variable.USER_ID_CLAIM);
        if (isAnySet(Variable.SECRET_KEY, Variable.JWKS_URL) && !saysWhose) {
            reading.mistake(
                    "Tokens can be checked, but not whose they are; name the authentication service in AUTH_BASE_URL, or the claim with the user's id in USER_ID_CLAIM.");
        }
        return key.map(known -> new TokenSettings(known, authenticationService, claim));
    }

    private Optional<TokenKey> key() {
        var shared = reading.optional(Variable.SECRET_KEY);
        var published = address(Variable.JWKS_URL, _ -> true);
        if (shared.isPresent() && published.isPresent()) {
            reading.mistake("SECRET_KEY and JWKS_URL are both set; keep the one that tokens are signed by.");
        }
        return shared.<TokenKey>map(TokenKey.Shared::new).or(() -> published.map(TokenKey.Published::new));
    }

    private boolean isAnySet(Variable one, Variable other) {
        return reading.optional(one).isPresent() || reading.optional(other).isPresent();
    }

    private Optional<URI> address(Variable variable, Predicate<URI> condition) {
        var text = reading.optional(variable).map(address -> address.replaceAll("/+$", ""));
        var address = text.flatMap(AccessReading::parsed).filter(condition);
        if (text.isPresent() && address.isEmpty()) {
            reading.mistake(
                    "%s can't be read; write an address such as https://auth.internal:8000.".formatted(variable));
        }
        return address;
    }

    private static Optional<URI> parsed(String text) {
        try {
            var address = URI.create(text);
            var isHttp = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            var isPlain =
                    address.getHost() != null && address.getUserInfo() == null && address.getRawFragment() == null;
            return isHttp && isPlain ? Optional.of(address) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
