package io.upline.service.access.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.Startup;
import io.upline.service.platform.redis.Redis;
import io.upline.service.platform.settings.AccessSettings.TokenKey;
import io.upline.service.platform.settings.AccessSettings.TokenSettings;
import io.upline.service.platform.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/// From a token to its user.
@Startup
@ApplicationScoped
public class Sessions {
    /// Most tokens about which something is kept: 25 MB of tokens of 250 characters.
    static final int KEPT_TOKENS = 100_000;

    private static final Logger LOG = Logger.getLogger(Sessions.class);
    /// How long a right signature stays right, should the key be withdrawn.
    private static final Duration KEPT = Duration.ofSeconds(60);
    /// What RFC 7518 asks of a key for HS256: as many bits as the hash has.
    private static final int KEY_BYTES = 32;

    private static final Executor WAITING = Executors.newVirtualThreadPerTaskExecutor();

    private final Optional<TokenCheck> check;
    private final Standings standings;
    /// Only what has the right signature is kept: nobody else may fill the memory.
    private final Cache<String, VerifiedToken> verified = Caffeine.newBuilder()
            .expireAfterWrite(KEPT)
            .maximumSize(KEPT_TOKENS)
            // Its housekeeping takes less than waking a thread for it.
            .executor(Runnable::run)
            .build();

    Sessions(Settings settings, Redis redis) {
        var tokens = settings.access().required() ? settings.access().tokens() : Optional.<TokenSettings>empty();
        tokens.ifPresent(Sessions::warnOfShortKey);
        check = tokens.map(TokenCheck::new);
        standings = new Standings(
                redis.isConfigured() ? Optional.of(new Blacklist(redis)) : Optional.empty(),
                tokens.flatMap(TokenSettings::authenticationService).map(AuthenticationService::new));
    }

    private static void warnOfShortKey(TokenSettings tokens) {
        if (tokens.key() instanceof TokenKey.Shared(var secret)
                && secret.getBytes(StandardCharsets.UTF_8).length < KEY_BYTES) {
            LOG.warnf(
                    "SECRET_KEY has less than %d bytes: whoever has a token can guess it, and then be anybody. Take a longer one in both services.",
                    KEY_BYTES);
        }
    }

    /// What a token is good for; completed already when that is known. The future fails with a
    /// [io.upline.service.platform.http.problem.Problem] 503 when it can't be found out.
    public CompletableFuture<Session> of(String token) {
        if (check.isEmpty()) {
            return CompletableFuture.completedFuture(
                    new Session.Refused("This service takes no tokens; send X-Api-Key and X-Api-Secret."));
        }
        var known = verified.getIfPresent(token);
        if (known != null) {
            return session(known, token);
        }
        var tokens = check.get();
        return tokens.isBlocking()
                ? CompletableFuture.completedFuture(token).thenComposeAsync(sent -> checked(tokens, sent), WAITING)
                : checked(tokens, token);
    }

    private CompletableFuture<Session> checked(TokenCheck tokens, String token) {
        try {
            var right = tokens.check(token);
            verified.put(token, right);
            return session(right, token);
        } catch (RefusedToken e) {
            return CompletableFuture.completedFuture(new Session.Refused(String.valueOf(e.getMessage())));
        }
    }

    private CompletableFuture<Session> session(VerifiedToken token, String text) {
        return Instant.now().getEpochSecond() - TokenCheck.CLOCK_SKEW_SECONDS >= token.expiresAt()
                ? CompletableFuture.completedFuture(new Session.Refused("The token has expired; log in again."))
                : standings.of(token, text).thenApply(standing -> session(token, standing));
    }

    private static Session session(VerifiedToken token, Standing standing) {
        return switch (standing) {
            case Standing.Ended() -> new Session.Refused("The token no longer counts; log in again.");
            case Standing.Counts(var asked)
            when asked.isPresent() && token.userId().isPresent() && !asked.equals(token.userId()) ->
                new Session.Refused("The token and the authentication service name different users.");
            case Standing.Counts(var asked) ->
                token.userId()
                        .or(() -> asked)
                        .<Session>map(Session.Open::new)
                        .orElse(new Session.Refused("The token does not say whose it is."));
        };
    }
}
