package io.upline.service.platform.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/// What is left of a body after the reply: it is read and forgotten, so that the client gets to read the reply and the
/// connection can be used again. Whoever sends on and on loses the connection.
final class UnreadBody {
    static final long DISCARDED_BYTES = 64L << 20;
    static final long DISCARDING_MS = 10_000;

    private UnreadBody() {}

    static void discard(RoutingContext context) {
        var connection = context.request().connection();
        // The lock under which parts of a body arrive: the last one must not come in between.
        synchronized (connection) {
            if (!context.request().isEnded()) {
                discard(context, context.request());
            }
        }
    }

    private static void discard(RoutingContext context, HttpServerRequest request) {
        var timer = context.vertx()
                .setTimer(DISCARDING_MS, late -> request.connection().close());
        request.endHandler(end -> context.vertx().cancelTimer(timer));
        request.handler(part -> {
            if (request.bytesRead() > DISCARDED_BYTES) {
                request.connection().close();
            }
        });
        request.resume();
    }
}
