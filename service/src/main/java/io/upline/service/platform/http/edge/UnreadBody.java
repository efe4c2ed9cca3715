package io.upline.service.platform.http.edge;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/// What is left of a body after the reply: it is read and forgotten, so that the client gets to read the reply and
/// the connection can be used again. Whoever sends on and on loses the connection.
final class UnreadBody {
    static final long DISCARDED_BYTES = 64L << 20;
    static final long DISCARDING_MS = 10_000;

    private UnreadBody() {}

    /// Discards after the reply, whatever thread sends that. Called on the connection's own thread: the body
    /// arrives there, and only there can nothing come in between.
    static void discardAfterReply(RoutingContext context) {
        var connection = context.vertx().getOrCreateContext();
        var request = context.request();
        context.addEndHandler(end -> connection.runOnContext(now -> {
            if (!request.isEnded()) {
                discard(context.vertx(), request);
            }
        }));
    }

    private static void discard(Vertx vertx, HttpServerRequest request) {
        var timer = vertx.setTimer(DISCARDING_MS, late -> SlowBody.endUnlessThere(request));
        request.endHandler(end -> vertx.cancelTimer(timer));
        request.handler(part -> {
            if (request.bytesRead() > DISCARDED_BYTES) {
                request.connection().close();
            }
        });
        request.resume();
    }
}
