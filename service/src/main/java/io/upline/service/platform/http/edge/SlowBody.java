package io.upline.service.platform.http.edge;

import io.upline.service.platform.http.route.Aliases;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.HttpMethod;
import java.util.Set;

/// Bounds the time in which a body comes in: whoever sends it a byte now and then would hold a connection, and what
/// has come so far, for as long as they like. Where a body is read as it comes, `quarkus.http.read-timeout` bounds
/// each wait instead.
final class SlowBody {
    /// Within this time a body of the greatest length comes in at 280 kbit/s.
    static final long BODY_MS = 30_000;

    /// No route of theirs reads a body.
    private static final Set<String> ONLY_READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private SlowBody() {}

    /// Ends the connection when the body of a request that is read whole has not come in after that time. What
    /// nobody reads waits outside of the service, and of whether it has come in the request says nothing:
    /// [UnreadBody] bounds it, after the reply.
    static void endAfter(long milliseconds, RoutingContext context) {
        var request = context.request();
        if (request.isEnded() || !hasBody(request) || !isReadWhole(request, context.normalizedPath())) {
            return;
        }
        var timer = context.vertx().setTimer(milliseconds, late -> endUnlessThere(request));
        context.addEndHandler(end -> context.vertx().cancelTimer(timer));
    }

    private static boolean hasBody(HttpServerRequest request) {
        var headers = request.headers();
        return headers.contains(HttpHeaders.CONTENT_LENGTH) || headers.contains(HttpHeaders.TRANSFER_ENCODING);
    }

    private static boolean isReadWhole(HttpServerRequest request, String path) {
        return !Streams.isStreamed(path)
                && !ONLY_READING.contains(
                        Aliases.canonicalMethod(request.method().name(), path));
    }

    /// Ends the connection unless the whole body is there: by now the connection may serve another request.
    static void endUnlessThere(HttpServerRequest request) {
        if (!request.isEnded()) {
            request.connection().close();
        }
    }
}
