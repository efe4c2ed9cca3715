package io.upline.service.platform.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/// The one place that knows the routes of the deployed gateway: each becomes its canonical route before any code of a
/// feature sees it. Also drops a trailing slash.
class Aliases {
    private static final String LENIENT = "upline.lenient";
    private static final String CANONICAL = "/mlm/";

    private record Alias(String method, Pattern path, String canonicalMethod, String canonical) {
        Alias(String method, String path, String canonical) {
            this(method, Pattern.compile(path), method, canonical);
        }
    }

    private static final List<Alias> ALL = List.of(
            new Alias("POST", "/user/register", "/mlm/register"),
            new Alias("POST", "/user/root_user", "/mlm/root"),
            new Alias("GET", "/user/downline/([^/]+)", "/mlm/downline/$1"),
            new Alias("GET", "/user/downline/([^/]+)/count", "/mlm/downline/$1/count"),
            new Alias("POST", "/bonus", "/mlm/bonus"),
            new Alias("GET", "/bonus", "/mlm/bonus"),
            new Alias("GET", "/bonus/user/([^/]+)", "/mlm/bonus/user/$1"),
            new Alias("PATCH", "/bonus/([^/]+)/mark-paid", "/mlm/bonus/$1/mark-paid"),
            new Alias("GET", Pattern.compile("/bonus/mark-paid/all"), "POST", "/mlm/bonus/mark-paid"),
            new Alias("POST", "/ranks/evaluate/([^/]+)", "/mlm/rank/evaluate/$1"),
            new Alias("GET", "/reports/weekly/([^/]+)", "/mlm/report/weekly/$1"));

    @ServerRequestFilter(preMatching = true)
    void toCanonical(ContainerRequestContext request, RoutingContext context) {
        var sent = context.normalizedPath();
        var path = sent.length() > 1 && sent.endsWith("/") ? sent.substring(0, sent.length() - 1) : sent;
        if (!path.startsWith(CANONICAL)) {
            for (var alias : ALL) {
                var match = match(alias, request.getMethod(), path);
                if (match != null) {
                    context.put(LENIENT, true);
                    request.setMethod(alias.canonicalMethod);
                    request.setRequestUri(withPath(request, match.replaceFirst(alias.canonical)));
                    return;
                }
            }
        }
        if (!path.equals(sent)) {
            request.setRequestUri(withPath(request, path));
        }
    }

    private static @Nullable Matcher match(Alias alias, String method, String path) {
        if (!alias.method.equals(method)) {
            return null;
        }
        var matcher = alias.path.matcher(path);
        return matcher.matches() ? matcher : null;
    }

    private static URI withPath(ContainerRequestContext request, String rawPath) {
        var query = request.getUriInfo().getRequestUri().getRawQuery();
        return URI.create(rawPath + (query == null ? "" : "?" + query));
    }

    /// Whether unknown fields are ignored: clients of the aliases send more than is read.
    static boolean isLenient(RoutingContext context) {
        return context.get(LENIENT) != null;
    }
}
