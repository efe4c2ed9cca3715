package io.upline.service.platform.http.edge;

import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import java.util.regex.Pattern;

/// Names each request: the caller's `X-Request-Id` when it is a plain word, else a random one. It is in the reply's
/// header, in a problem's `instance` and in the log.
final class RequestId {
    static final String HEADER = "X-Request-Id";

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestId() {}

    static String of(RoutingContext context) {
        String known = context.get(HEADER);
        if (known != null) {
            return known;
        }
        var sent = context.request().getHeader(HEADER);
        var id = sent != null && PLAIN.matcher(sent).matches()
                ? sent
                : UUID.randomUUID().toString();
        context.put(HEADER, id);
        return id;
    }
}
