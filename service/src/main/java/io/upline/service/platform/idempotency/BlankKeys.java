package io.upline.service.platform.idempotency;

import io.upline.service.platform.http.Problem;
import io.upline.service.platform.http.ProblemType;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Refuses a blank key, which the framework would not tell from none: the client believes that it may repeat.
class BlankKeys {
    @ServerRequestFilter(preMatching = true)
    void refuse(ContainerRequestContext request) {
        var key = request.getHeaderString(IdempotencyKey.HEADER);
        if (key != null && key.isBlank()) {
            throw Problem.of(
                    ProblemType.MALFORMED_REQUEST,
                    IdempotencyKey.HEADER + " is blank; name the request or leave the header out.");
        }
    }
}
