package io.upline.service.access.token;

import io.upline.service.platform.http.Ids;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import io.upline.service.platform.settings.AccessSettings.TokenKey;
import io.upline.service.platform.settings.AccessSettings.TokenSettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jose4j.http.Get;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.lang.InvalidAlgorithmException;
import org.jose4j.lang.UnresolvableKeyException;

/// Whether a token is right in itself: its signature and its time. Which algorithms are taken is configured; what
/// the token says of itself only chooses among these.
final class TokenCheck {
    /// How far clocks may be apart.
    static final int CLOCK_SKEW_SECONDS = 30;

    private static final Pattern SIGNED = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
    private static final Base64.Encoder SPELLING = Base64.getUrlEncoder().withoutPadding();
    private static final int TIMEOUT_MS = 2_000;
    private static final long KEYS_KEPT_SECONDS = TimeUnit.MINUTES.toSeconds(10);
    /// How long keys are used while their address doesn't answer.
    private static final long KEYS_KEPT_AT_MOST_SECONDS = TimeUnit.HOURS.toSeconds(1);
    /// Tokens that name unknown keys make the service look for new ones no more often than this.
    private static final long KEYS_ASKED_MS = 5_000;

    private final JwtConsumer consumer;
    private final Optional<String> userIdClaim;
    private final boolean blocking;

    TokenCheck(TokenSettings settings) {
        userIdClaim = settings.userIdClaim();
        blocking = settings.key() instanceof TokenKey.Published;
        consumer = consumer(settings.key());
    }

    private static JwtConsumer consumer(TokenKey key) {
        var builder = new JwtConsumerBuilder()
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
                .setSkipDefaultAudienceValidation();
        return switch (key) {
            case TokenKey.Shared(var secret) ->
                // The key is the authentication service's choice; the start warns of a short one.
                builder.setRelaxVerificationKeyValidation()
                        .setVerificationKey(new HmacKey(secret.getBytes(StandardCharsets.UTF_8)))
                        .setJwsAlgorithmConstraints(permitted(AlgorithmIdentifiers.HMAC_SHA256))
                        .build();
            case TokenKey.Published(var address) ->
                builder.setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(keysAt(address)))
                        .setJwsAlgorithmConstraints(permitted(
                                AlgorithmIdentifiers.RSA_USING_SHA256,
                                AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256))
                        .build();
        };
    }

    private static AlgorithmConstraints permitted(String... algorithms) {
        return new AlgorithmConstraints(ConstraintType.PERMIT, algorithms);
    }

    private static HttpsJwks keysAt(URI address) {
        var get = new Get();
        get.setConnectTimeout(TIMEOUT_MS);
        get.setReadTimeout(TIMEOUT_MS);
        get.setRetries(0);
        var keys = new HttpsJwks(address.toString());
        keys.setSimpleHttpGet(get);
        keys.setDefaultCacheDuration(KEYS_KEPT_SECONDS);
        keys.setRetainCacheOnErrorDuration(KEYS_KEPT_AT_MOST_SECONDS);
        keys.setRefreshReprieveThreshold(KEYS_ASKED_MS);
        return keys;
    }

    /// Whether checking may wait for the public keys.
    boolean isBlocking() {
        return blocking;
    }

    /// Checks the signature and the times.
    ///
    /// @throws RefusedToken when one is wrong
    /// @throws Problem 503 when the public keys can't be read
    VerifiedToken check(String token) throws RefusedToken {
        if (!SIGNED.matcher(token).matches()) {
            throw new RefusedToken("The token is not a signed JWT.");
        }
        requireOneSpelling(token);
        try {
            var claims = consumer.processToClaims(token);
            return new VerifiedToken(userId(claims), claims.getExpirationTime().getValue());
        } catch (InvalidJwtException e) {
            throw refused(e);
        } catch (MalformedClaimException e) {
            throw new RefusedToken("The token is not valid.");
        }
    }

    /// The last character of a signature has bits that don't count. Were they not looked at, a token that was logged
    /// out would count in other letters.
    private static void requireOneSpelling(String token) throws RefusedToken {
        var signature = token.substring(token.lastIndexOf('.') + 1);
        if (!signature.equals(SPELLING.encodeToString(bytesOf(signature)))) {
            throw new RefusedToken("The token is not valid.");
        }
    }

    private static byte[] bytesOf(String signature) throws RefusedToken {
        try {
            return Base64.getUrlDecoder().decode(signature);
        } catch (IllegalArgumentException e) {
            throw new RefusedToken("The token is not valid.");
        }
    }

    /// @throws Problem 503 when it could not be found out
    private static RefusedToken refused(InvalidJwtException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            // A token may name any algorithm; looking for its key fails then.
            if (cause instanceof UnresolvableKeyException
                    && cause.getCause() != null
                    && !(cause.getCause() instanceof InvalidAlgorithmException)) {
                throw Problem.of(
                        ProblemType.UNAVAILABLE,
                        "The public keys for tokens can't be read, so nobody can be let in by a token now. Try again in a moment.");
            }
        }
        return new RefusedToken(
                failure.hasExpired() ? "The token has expired; log in again." : "The token is not valid.");
    }

    private Optional<UUID> userId(JwtClaims claims) throws RefusedToken {
        var said = userIdClaim.map(claims::getClaimValue);
        if (said.isEmpty()) {
            return Optional.empty();
        }
        var userId = Optional.of(said.get()).filter(String.class::isInstance).flatMap(id -> Ids.parse((String) id));
        if (userId.isEmpty()) {
            throw new RefusedToken("The token says whose it is in a form that is no user's id.");
        }
        return userId;
    }
}
