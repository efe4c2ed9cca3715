package io.upline.service.platform.http.edge;

import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemJson;
import io.upline.service.platform.http.problem.ProblemType;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Problems for what never reaches a route: no such address, a method no route has, a request cut off.
@ApplicationScoped
public class EdgeReplies {
    private static final int LAST = Integer.MAX_VALUE;

    void register(@Observes Router router) {
        router.route()
                .order(LAST)
                .handler(context -> send(context, ProblemReplies.ofStatus(404, context, new Throwable())))
                .failureHandler(context -> send(context, ofStatus(statusOf(context), context)));
        for (var status : new int[] {400, 404, 405, 406, 413, 414, 415, 431, 500}) {
            router.errorHandler(status, context -> send(context, ofStatus(status, context)));
        }
    }

    private static int statusOf(RoutingContext context) {
        return context.statusCode() > 0 ? context.statusCode() : 500;
    }

    private static Problem ofStatus(int status, RoutingContext context) {
        var cause = context.failure();
        return ProblemReplies.ofStatus(status, context, cause == null ? new Throwable("status " + status) : cause);
    }

    /// Ends a request that has not reached a route.
    public static void send(RoutingContext context, Problem problem) {
        var response = context.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        response.setStatusCode(problem.type().status());
        response.putHeader("Content-Type", ProblemJson.MEDIA_TYPE);
        response.putHeader(RequestId.HEADER, RequestId.of(context));
        if (problem.type() == ProblemType.UNAUTHENTICATED) {
            response.putHeader(ProblemReplies.CHALLENGE, ProblemReplies.BEARER);
        }
        if (problem.type() == ProblemType.UNAVAILABLE) {
            response.putHeader("Retry-After", ProblemReplies.RETRY_AFTER_SECONDS);
        }
        response.end(Buffer.buffer(ProblemJson.of(problem, RequestId.of(context))));
    }
}
