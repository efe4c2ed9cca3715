package io.upline.service.access.token;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.upline.service.platform.redis.Redis;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/// Where the authentication service marks tokens that were logged out: the key `blacklist:{token}` in Redis. What was
/// found out counts for a second.
final class Blacklist {
    private static final String PREFIX = "blacklist:";
    private static final Duration KEPT = Duration.ofSeconds(1);

    private final Redis redis;
    private final AsyncCache<String, Answer> answers = Caffeine.newBuilder()
            .expireAfterWrite(KEPT)
            .maximumSize(Sessions.KEPT_TOKENS)
            .buildAsync();

    Blacklist(Redis redis) {
        this.redis = redis;
    }

    /// What Redis says of a token.
    enum Answer {
        /// It was logged out.
        LISTED,
        /// It was not.
        CLEAR,
        /// Nothing: Redis is away.
        UNKNOWN
    }

    /// Asks, unless that was done within the last second. Never fails; completes within [Redis#PATIENCE].
    CompletableFuture<Answer> answer(String token) {
        // Only what was found out is kept.
        return answers.get(
                        token,
                        (unanswered, _) -> redis.ask(commands -> commands.exists(keys(unanswered)))
                                .thenApply(found -> found.orElseThrow() > 0 ? Answer.LISTED : Answer.CLEAR))
                .exceptionally(_ -> Answer.UNKNOWN);
    }

    private static String[] keys(String token) {
        return Stream.concat(Stream.of(token), OtherSignature.of(token).stream())
                .map(PREFIX::concat)
                .toArray(String[]::new);
    }
}
