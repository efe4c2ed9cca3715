package io.upline.service.platform.http.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import io.upline.service.platform.http.problem.Shown;
import io.upline.service.platform.settings.Settings;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The first to see a request. Any web page can send requests to a service on the same machine, so while nobody is
/// asked who they are, what doesn't address this service by its own name, or comes from another site, is refused
/// before anything is read or changed. Also bounds the body and names the request.
@ApplicationScoped
class RequestGuard {
    /// The order of this filter; whatever must run before has a higher one.
    static final int FIRST = 10_000;

    private static final int LENGTH_DIGITS = 18;
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
        UnreadBody.discardAfterReply(context);
        context.response().putHeader(RequestId.HEADER, RequestId.of(context));
        var refusal = refusal(context);
        if (refusal == null) {
            SlowBody.endAfter(SlowBody.BODY_MS, context);
            context.next();
        } else {
            EdgeReplies.send(context, refusal);
        }
    }

    private @Nullable Problem refusal(RoutingContext context) {
        var request = context.request();
        var addressed = request.authority();
        if (addressed == null || !isAddressed(request, addressed)) {
            return foreign(
                    "The request is addressed to %s, which is not this service; use 127.0.0.1 or localhost, or name the host in ALLOWED_HOSTS."
                            .formatted(named(request)));
        }
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !SAME_SITE.contains(site)) {
            return foreign("The request was sent by a page of another site.");
        }
        var origin = request.getHeader("Origin");
        if (origin != null && !isOwnPage(origin, addressed)) {
            return foreign("The request was sent by a page of " + Shown.shortened(origin) + ".");
        }
        return bodyRefusal(context);
    }

    private static String named(HttpServerRequest request) {
        var hosts = request.headers().getAll("Host");
        var target = request.uri().startsWith("/") ? "" : hostOf(request.uri());
        return Shown.shortened(target.isEmpty() ? hosts.isEmpty() ? "no host" : String.join(", ", hosts) : target);
    }

    /// One host, and it is ours: in the header, and in the request's target where that names one.
    private boolean isAddressed(HttpServerRequest request, HostAndPort addressed) {
        return request.headers().getAll("Host").size() <= 1
                && isOurs(addressed.host())
                && (request.uri().startsWith("/") || isOurs(hostOf(request.uri())));
    }

    /// A page that another program on the same host serves has the same host and another port.
    private boolean isOwnPage(String origin, HostAndPort addressed) {
        var host = hostOf(origin);
        return isOurs(host) && portOf(origin) == port(addressed, origin);
    }

    private static int port(HostAndPort address, String origin) {
        return address.port() > 0 ? address.port() : defaultPort(origin);
    }

    private static int portOf(String origin) {
        var port = URI.create(origin).getPort();
        return port > 0 ? port : defaultPort(origin);
    }

    private static int defaultPort(String origin) {
        return origin.startsWith("https:") ? 443 : 80;
    }

    private static @Nullable Problem bodyRefusal(RoutingContext context) {
        var length = context.request().getHeader("Content-Length");
        if (length == null || Streams.isStreamed(context.normalizedPath())) {
            return null;
        }
        return length.length() > LENGTH_DIGITS || Long.parseLong(length) > BodyLimit.BODY_BYTES
                ? Problem.of(
                        ProblemType.TOO_LARGE,
                        "The body has %s bytes; at most %d are read."
                                .formatted(Shown.shortened(length), BodyLimit.BODY_BYTES))
                : null;
    }

    private boolean isOurs(String host) {
        var bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        return hosts.contains(bare.toLowerCase(Locale.ROOT));
    }

    private static String hostOf(String uri) {
        try {
            return Objects.requireNonNullElse(URI.create(uri).getHost(), "");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static Problem foreign(String detail) {
        return Problem.of(ProblemType.FORBIDDEN_ORIGIN, detail);
    }
}
