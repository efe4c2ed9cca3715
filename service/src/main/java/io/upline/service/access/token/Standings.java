package io.upline.service.access.token;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Finds out whether a token still counts: by Redis, and by the authentication service. Where neither can be asked
/// nobody is let in; where neither is configured a token counts until it expires.
final class Standings {
    /// How long the authentication service's word counts.
    private static final Duration KEPT = Duration.ofSeconds(10);

    private final Optional<Blacklist> blacklist;
    private final Optional<AuthenticationService> service;
    private final AsyncCache<String, Standing> asked = Caffeine.newBuilder()
            .expireAfterWrite(KEPT)
            .maximumSize(Sessions.KEPT_TOKENS)
            .buildAsync();

    Standings(Optional<Blacklist> blacklist, Optional<AuthenticationService> service) {
        this.blacklist = blacklist;
        this.service = service;
    }

    /// Whether a token counts, and whose it is where somebody else has to say so. The future fails with a
    /// [Problem] 503 when it can't be found out.
    CompletableFuture<Standing> of(VerifiedToken verified, String token) {
        return blacklist
                .map(list -> list.answer(token).thenCompose(answer -> of(answer, verified, token)))
                .orElseGet(() -> asked(token));
    }

    private CompletableFuture<Standing> of(Blacklist.Answer answer, VerifiedToken verified, String token) {
        return switch (answer) {
            case LISTED -> CompletableFuture.completedFuture(new Standing.Ended());
            case CLEAR ->
                verified.userId().isPresent()
                        ? asked(token).exceptionally(_ -> new Standing.Counts(Optional.empty()))
                        : asked(token);
            case UNKNOWN -> service.isPresent() ? asked(token) : CompletableFuture.failedFuture(nobodyKnows());
        };
    }

    /// Callers with the same token at the same time share one question.
    private CompletableFuture<Standing> asked(String token) {
        return service.map(at -> asked.get(token, (unanswered, _) -> at.standing(unanswered)))
                .orElseGet(() -> CompletableFuture.completedFuture(new Standing.Counts(Optional.empty())));
    }

    private static Problem nobodyKnows() {
        return Problem.of(
                ProblemType.UNAVAILABLE,
                "Whether the token was logged out can't be found out now. Try again in a moment.");
    }
}
