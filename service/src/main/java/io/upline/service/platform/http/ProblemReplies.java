package io.upline.service.platform.http;

import io.upline.service.platform.batch.Busy;
import io.upline.service.platform.database.DatabaseUnavailable;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Turns whatever a route throws into `application/problem+json`. No stack trace ever leaves.
class ProblemReplies {
    static final String RETRY_AFTER_SECONDS = "1";

    private static final Logger LOG = Logger.getLogger(ProblemReplies.class);

    @ServerExceptionMapper
    Response any(Throwable failure, RoutingContext context) {
        var problem = toProblem(failure, context);
        var reply = Response.status(problem.type().status())
                .type(ProblemJson.MEDIA_TYPE)
                .header(RequestId.HEADER, RequestId.of(context))
                .entity(ProblemJson.of(problem, RequestId.of(context)));
        if (problem.type().status() == Response.Status.SERVICE_UNAVAILABLE.getStatusCode()) {
            reply.header("Retry-After", RETRY_AFTER_SECONDS);
        }
        if (failure instanceof WebApplicationException refused
                && refused.getResponse().getHeaderString("Allow") != null) {
            reply.header("Allow", refused.getResponse().getHeaderString("Allow"));
        }
        return reply.build();
    }

    @ServerExceptionMapper
    Response refusedByTheFramework(WebApplicationException failure, RoutingContext context) {
        return any(failure, context);
    }

    private static Problem toProblem(Throwable failure, RoutingContext context) {
        return switch (failure) {
            case Problem problem -> problem;
            case CompletionException wrapper when wrapper.getCause() != null -> toProblem(wrapper.getCause(), context);
            case Busy busy -> Problem.of(ProblemType.UNAVAILABLE, busy.getMessage() + " Try again in a moment.");
            case DatabaseUnavailable away -> databaseAway(away);
            case SQLException away -> databaseAway(away);
            case WebApplicationException refused ->
                ofStatus(refused.getResponse().getStatus(), context, refused);
            default -> unexpected(failure, context);
        };
    }

    private static Problem databaseAway(Exception away) {
        LOG.warn("The database did not do its part.", away);
        return Problem.of(
                ProblemType.UNAVAILABLE, "The database can't be reached at the moment. Try again in a moment.");
    }

    static Problem ofStatus(int status, RoutingContext context, Throwable cause) {
        var request = context.request();
        return switch (status) {
            case 404 -> Problem.of(ProblemType.UNKNOWN_ROUTE, "There is nothing at " + request.path() + ".");
            case 405 ->
                Problem.of(ProblemType.METHOD_NOT_ALLOWED, request.path() + " has no method " + request.method() + ".");
            case 406 ->
                Problem.of(
                        ProblemType.NOT_ACCEPTABLE,
                        request.path() + " has no reply of the type " + request.getHeader("Accept") + ".");
            case 413 -> Problem.of(ProblemType.TOO_LARGE, "The request's body is too large.");
            case 415 ->
                Problem.of(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        request.path() + " does not read the type " + request.getHeader("Content-Type") + ".");
            default ->
                status >= 400 && status < 500
                        ? Problem.of(ProblemType.MALFORMED_REQUEST, "The request can't be read.")
                        : unexpected(cause, context);
        };
    }

    private static Problem unexpected(Throwable failure, RoutingContext context) {
        LOG.errorf(failure, "Request %s failed.", RequestId.of(context));
        return Problem.of(ProblemType.INTERNAL_ERROR, "The service failed at this request; its id is in the log.");
    }
}
