package io.upline.service.platform.idempotency;

import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Refuses what the framework would not tell from none or from one: a blank key, and a second one. The client
/// believes that it may repeat.
class OneKey {
    @ServerRequestFilter(preMatching = true)
    void check(ContainerRequestContext request) {
        var keys = request.getHeaders().getOrDefault(IdempotencyKey.HEADER, List.of());
        if (keys.size() > 1) {
            throw refused("is given %d times; name the request once.".formatted(keys.size()));
        }
        if (keys.stream().anyMatch(String::isBlank)) {
            throw refused("is blank; name the request or leave the header out.");
        }
    }

    private static Problem refused(String fault) {
        return Problem.of(ProblemType.MALFORMED_REQUEST, IdempotencyKey.HEADER + " " + fault);
    }
}
