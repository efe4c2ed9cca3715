package io.upline.service.platform.http.edge;

import io.upline.service.platform.batch.Busy;
import io.upline.service.platform.database.DatabaseUnavailable;
import io.upline.service.platform.database.Failure;
import io.upline.service.platform.database.OutcomeUnknown;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemJson;
import io.upline.service.platform.http.problem.ProblemType;
import io.upline.service.platform.http.problem.Shown;
import io.upline.service.platform.http.route.Aliases;
import io.upline.service.platform.http.route.AllowedMethods;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Turns whatever a route throws into `application/problem+json`. No stack trace ever leaves.
class ProblemReplies {
    static final String RETRY_AFTER_SECONDS = "1";
    static final String CHALLENGE = "WWW-Authenticate";
    static final String BEARER = "Bearer";

    private static final Logger LOG = Logger.getLogger(ProblemReplies.class);

    private final AllowedMethods allowed;

    ProblemReplies(AllowedMethods allowed) {
        this.allowed = allowed;
    }

    @ServerExceptionMapper
    Response any(Throwable failure, RoutingContext context) {
        var problem = toProblem(failure, context);
        var reply = Response.status(problem.type().status())
                .type(ProblemJson.MEDIA_TYPE)
                .entity(ProblemJson.of(problem, RequestId.of(context)));
        if (problem.type().status() == Response.Status.SERVICE_UNAVAILABLE.getStatusCode()) {
            reply.header("Retry-After", RETRY_AFTER_SECONDS);
        }
        if (problem.type() == ProblemType.UNAUTHENTICATED) {
            reply.header(CHALLENGE, BEARER);
        }
        if (problem.type() == ProblemType.METHOD_NOT_ALLOWED) {
            reply.header("Allow", String.join(", ", allowed.of(pathOf(context))));
        }
        return reply.build();
    }

    @ServerExceptionMapper
    Response refusedByTheFramework(WebApplicationException failure, RoutingContext context) {
        return any(failure, context);
    }

    private Problem toProblem(Throwable failure, RoutingContext context) {
        return switch (failure) {
            case Problem problem -> problem;
            case CompletionException wrapper when wrapper.getCause() != null -> toProblem(wrapper.getCause(), context);
            case Busy busy -> Problem.of(ProblemType.UNAVAILABLE, busy.getMessage() + " Try again in a moment.");
            case DatabaseUnavailable away -> ofDatabase(away.reason(), context);
            case SQLException away -> ofDatabase(away, context);
            case TimeoutException _, OutcomeUnknown _ ->
                Problem.of(
                        ProblemType.OUTCOME_UNKNOWN,
                        "The database did not answer in time. Repeat the request with the same ids or key: that is safe.");
            case IOException gone -> Problem.of(ProblemType.MALFORMED_REQUEST, "The connection broke off.");
            case CancellationException gone -> Problem.of(ProblemType.UNAVAILABLE, "The caller is gone.");
            case WebApplicationException refused -> ofStatus(statusOf(refused, context), context, refused);
            default -> unexpected(failure, context);
        };
    }

    /// An address of which only the gateway's routes know looks unknown when it is asked with another method.
    private int statusOf(WebApplicationException refused, RoutingContext context) {
        var status = refused.getResponse().getStatus();
        return status == 404 && !allowed.of(pathOf(context)).isEmpty() ? 405 : status;
    }

    private static String pathOf(RoutingContext context) {
        return Aliases.withoutTrailingSlash(context.normalizedPath());
    }

    private static Problem ofDatabase(SQLException failure, RoutingContext context) {
        return switch (Failure.of(failure)) {
            case DEFECT, INTEGRITY -> unexpected(failure, context);
            case CONNECTION_LOST, CONTENTION, OTHER -> {
                LOG.debugf("The database did not do its part: %s", failure.getMessage());
                yield Problem.of(
                        ProblemType.UNAVAILABLE, "The database can't be reached at the moment. Try again in a moment.");
            }
        };
    }

    static Problem ofStatus(int status, RoutingContext context, Throwable cause) {
        var request = context.request();
        var path = Shown.shortened(Objects.requireNonNullElse(request.path(), ""));
        return switch (status) {
            case 404 -> Problem.of(ProblemType.UNKNOWN_ROUTE, "There is nothing at " + path + ".");
            case 405 -> Problem.of(ProblemType.METHOD_NOT_ALLOWED, path + " has no method " + request.method() + ".");
            case 406 ->
                Problem.of(
                        ProblemType.NOT_ACCEPTABLE,
                        path + " has no reply of the type " + header(request, "Accept") + ".");
            case 413 -> Problem.of(ProblemType.TOO_LARGE, "The request's body is too large.");
            case 415 ->
                Problem.of(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        path + " does not read the type " + header(request, "Content-Type") + ".");
            default ->
                status >= 400 && status < 500
                        ? Problem.of(ProblemType.MALFORMED_REQUEST, "The request can't be read.")
                        : unexpected(cause, context);
        };
    }

    private static String header(HttpServerRequest request, String name) {
        return Shown.shortened(Objects.requireNonNullElse(request.getHeader(name), ""));
    }

    private static Problem unexpected(Throwable failure, RoutingContext context) {
        LOG.errorf(failure, "Request %s failed.", RequestId.of(context));
        return Problem.of(ProblemType.INTERNAL_ERROR, "The service failed at this request; its id is in the log.");
    }
}
