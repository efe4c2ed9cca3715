package io.upline.service.platform.http.route;

import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// The one place that knows the routes of the deployed gateway: each becomes its canonical route before any code
/// of a feature sees it. Also drops a trailing slash, and answers OPTIONS.
public class Aliases {
    private static final String LENIENT = "upline.lenient";
    private static final String CANONICAL = "/mlm/";

    /// A route under another address.
    ///
    /// @param path a pattern; its groups are `$1`, `$2`, … of `canonical`
    record Alias(String method, Pattern path, String canonicalMethod, String canonical) {
        Alias(String method, String path, String canonical) {
            this(method, Pattern.compile(path), method, canonical);
        }

        private boolean takes(String sent) {
            var asksForHeadOnly = sent.equals(HttpMethod.HEAD) && canonicalMethod.equals(HttpMethod.GET);
            return method.equals(asksForHeadOnly ? HttpMethod.GET : sent);
        }

        private boolean isAt(String sent) {
            return path.matcher(sent).matches();
        }
    }

    static final List<Alias> ALL = List.of(
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

    private final AllowedMethods allowed;

    Aliases(AllowedMethods allowed) {
        this.allowed = allowed;
    }

    @ServerRequestFilter(preMatching = true)
    Optional<Response> toCanonical(ContainerRequestContext request, RoutingContext context) {
        var sent = context.normalizedPath();
        var path = withoutTrailingSlash(sent);
        if (request.getMethod().equals(HttpMethod.OPTIONS)) {
            return options(path);
        }
        var alias = aliasOf(request.getMethod(), path);
        if (alias.isPresent()) {
            context.put(LENIENT, true);
            if (!request.getMethod().equals(HttpMethod.HEAD)) {
                request.setMethod(alias.get().canonicalMethod);
            }
            request.setRequestUri(
                    withPath(request, alias.get().path.matcher(path).replaceFirst(alias.get().canonical)));
        } else if (!path.equals(sent)) {
            request.setRequestUri(withPath(request, path));
        }
        return Optional.empty();
    }

    private Optional<Response> options(String path) {
        var methods = allowed.of(path);
        return methods.isEmpty()
                ? Optional.empty()
                : Optional.of(Response.noContent()
                        .header("Allow", String.join(", ", methods))
                        .build());
    }

    private static Optional<Alias> aliasOf(String method, String path) {
        return path.startsWith(CANONICAL)
                ? Optional.empty()
                : ALL.stream()
                        .filter(alias -> alias.takes(method) && alias.isAt(path))
                        .findFirst();
    }

    /// The method of the canonical route that a request is for.
    public static String canonicalMethod(String method, String path) {
        return aliasOf(method, withoutTrailingSlash(path))
                .map(Alias::canonicalMethod)
                .orElse(method);
    }

    /// A path as routes are written.
    public static String withoutTrailingSlash(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /// The new address decodes a path once more than one that came in, so what is encoded in it is encoded once
    /// more.
    private static URI withPath(ContainerRequestContext request, String rawPath) {
        var query = request.getUriInfo().getRequestUri().getRawQuery();
        try {
            var path = new URI(null, null, rawPath, null).getRawPath();
            return URI.create(path + (query == null ? "" : "?" + query));
        } catch (URISyntaxException e) {
            throw Problem.of(ProblemType.MALFORMED_REQUEST, "The address can't be read.");
        }
    }

    /// The methods that the gateway's routes have at an address.
    static Set<String> methodsOf(String path) {
        return ALL.stream()
                .filter(alias -> alias.isAt(path))
                .map(Alias::method)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Whether unknown fields are ignored: clients of the aliases send more than is read.
    public static boolean isLenient(RoutingContext context) {
        return context.get(LENIENT) != null;
    }
}
