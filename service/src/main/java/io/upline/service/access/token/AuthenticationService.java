package io.upline.service.access.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.upline.service.platform.http.Ids;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/// Asks the authentication service beside this one, at `GET /users/me`. It knows who is logged out, who is gone and
/// who is inactive.
final class AuthenticationService {
    private static final Logger LOG = Logger.getLogger(AuthenticationService.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final int MAX_BYTES = 1 << 16;
    /// Most tokens that are asked about at a time.
    static final int QUESTIONS = 64;

    private final URI whoAmI;
    private final Semaphore questions = new Semaphore(QUESTIONS);
    private final AtomicBoolean away = new AtomicBoolean();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    /// @param base the address without a slash at its end
    AuthenticationService(URI base) {
        whoAmI = URI.create(base + "/users/me");
    }

    /// What it says of a token. The future fails with a [Problem] 503 when it does not answer, or not as it should,
    /// and at once when [#QUESTIONS] are being answered.
    CompletableFuture<Standing> standing(String token) {
        if (!questions.tryAcquire()) {
            return CompletableFuture.failedFuture(Problem.of(
                    ProblemType.UNAVAILABLE,
                    "Too many tokens are being asked about at the authentication service. Try again in a moment."));
        }
        return reply(token).whenComplete((_, _) -> questions.release()).handle((reply, failure) -> {
            if (failure != null) {
                throw unknown(failure);
            }
            return standing(reply);
        });
    }

    private CompletableFuture<HttpResponse<byte[]>> reply(String token) {
        var request = HttpRequest.newBuilder(whoAmI)
                .header("token", token)
                .header("Accept", "application/json")
                .timeout(TIMEOUT)
                .build();
        return http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_BYTES))
                .orTimeout(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Standing standing(HttpResponse<byte[]> reply) {
        return switch (reply.statusCode()) {
            case 200 -> ofUser(reply.body());
            case 401, 403, 404 -> new Standing.Ended();
            default -> throw unknown(new IOException("It answered with the status " + reply.statusCode() + "."));
        };
    }

    private Standing ofUser(byte[] body) {
        var user = parsed(body);
        var id = Ids.parse(user.path("id").asText());
        if (id.isEmpty()) {
            throw unknown(new IOException("Its answer has no id of a user."));
        }
        var active = user.path("is_active");
        if (!active.isBoolean()) {
            throw unknown(new IOException("Its answer does not say whether the user is active."));
        }
        if (away.getAndSet(false)) {
            LOG.info("The authentication service answers again.");
        }
        return active.asBoolean() ? new Standing.Counts(id) : new Standing.Ended();
    }

    private JsonNode parsed(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw unknown(new IOException("Its answer is no JSON."));
        }
    }

    /// What a failure says may hold an address, but never a token: that is in a header.
    private Problem unknown(Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (!away.getAndSet(true)) {
            LOG.warnf("The authentication service can't be asked, so tokens are refused: %s", cause);
        }
        return Problem.of(
                ProblemType.UNAVAILABLE,
                "The authentication service does not answer, so nobody can be let in by a token now. Try again in a moment.");
    }
}
