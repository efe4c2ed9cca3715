package io.upline.service.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.upline.service.platform.settings.Settings;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The first to see a request. Any web page can send requests to a service on the same machine, so while nobody is
/// asked who they are, what doesn't address this service by its own name, or comes from another site, is refused
/// before anything is read or changed. Also bounds the body and names the request.
@ApplicationScoped
class RequestGuard {
    static final long BODY_BYTES = 1 << 20;

    private static final int FIRST = 10_000;
    private static final String BODY_LIMIT = "io.quarkus.max-request-size";
    private static final Set<String> SAME_SITE = Set.of("same-origin", "none");

    private final Set<String> hosts;

    RequestGuard(Settings settings) {
        hosts = new HashSet<>(Set.of("127.0.0.1", "localhost", "::1"));
        hosts.add(settings.host().toLowerCase(Locale.ROOT));
        hosts.addAll(settings.allowedHosts());
    }

    void register(@Observes Filters filters) {
        filters.register(this::guard, FIRST);
    }

    private void guard(RoutingContext context) {
        var id = RequestId.of(context);
        var headers = context.response().headers();
        headers.set(RequestId.HEADER, id).set("X-Content-Type-Options", "nosniff");
        var refusal = refusal(context);
        if (refusal == null) {
            context.next();
            return;
        }
        if (refusal.type() == ProblemType.TOO_LARGE) {
            // The rest of the body would be read as the next request.
            headers.set("Connection", "close");
        }
        EdgeReplies.send(context, refusal);
    }

    private @Nullable Problem refusal(RoutingContext context) {
        var request = context.request();
        if (!isOurs(request.authority())) {
            return foreign("The host " + request.getHeader("Host") + " is not this service's.");
        }
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !SAME_SITE.contains(site)) {
            return foreign("The request was sent by a page of another site.");
        }
        var origin = request.getHeader("Origin");
        if (origin != null && !isOurs(originHost(origin))) {
            return foreign("The request was sent by a page of " + origin + ".");
        }
        return bodyRefusal(context);
    }

    private static @Nullable Problem bodyRefusal(RoutingContext context) {
        if (Streams.isStreamed(context.normalizedPath())) {
            return null;
        }
        context.put(BODY_LIMIT, BODY_BYTES);
        var length = context.request().getHeader("Content-Length");
        return length != null && (length.length() > 18 || Long.parseLong(length) > BODY_BYTES)
                ? Problem.of(
                        ProblemType.TOO_LARGE,
                        "The body has %s bytes; at most %d are read.".formatted(length, BODY_BYTES))
                : null;
    }

    private boolean isOurs(@Nullable HostAndPort address) {
        return address != null && isOurs(address.host());
    }

    private boolean isOurs(String host) {
        var bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        return hosts.contains(bare.toLowerCase(Locale.ROOT));
    }

    private static String originHost(String origin) {
        try {
            var host = URI.create(origin).getHost();
            return host == null ? "" : host;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static Problem foreign(String detail) {
        return Problem.of(ProblemType.FORBIDDEN_ORIGIN, detail);
    }
}
