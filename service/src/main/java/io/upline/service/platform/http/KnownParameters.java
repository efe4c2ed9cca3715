package io.upline.service.platform.http;

import io.upline.service.platform.text.NearestName;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/// Refuses query parameters that a route which changes data doesn't have, and those given twice: whoever misspells
/// `dry_run` must not find the thing done. The gateway's aliases ignore what they don't know.
class KnownParameters {
    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    /// @throws Problem 400 for an unknown or repeated parameter of a request that may change data
    @ServerRequestFilter
    void check(ContainerRequestContext request, ResourceInfo route, RoutingContext context) {
        var given = request.getUriInfo().getQueryParameters();
        if (given.isEmpty() || request.getMethod().equals("GET") || Aliases.isLenient(context)) {
            return;
        }
        var names = known.computeIfAbsent(route.getResourceMethod(), KnownParameters::namesOf);
        given.forEach((name, values) -> {
            if (!names.contains(name)) {
                throw Problem.of(
                        ProblemType.MALFORMED_REQUEST,
                        "There is no query parameter \"%s\" here%s"
                                .formatted(Shown.shortened(name), hint(name, names)));
            }
            if (values.size() > 1 || values.getFirst().isEmpty()) {
                throw Problem.of(ProblemType.MALFORMED_REQUEST, "Give the query parameter " + name + " one value.");
            }
        });
    }

    private static String hint(String name, Set<String> names) {
        return names.isEmpty() ? "." : "; " + NearestName.hint(name, names) + ".";
    }

    private static Set<String> namesOf(Method method) {
        return Arrays.stream(method.getParameters())
                .map(KnownParameters::nameOf)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable String nameOf(Parameter parameter) {
        var named = parameter.getAnnotation(QueryParam.class);
        return named == null ? null : named.value();
    }
}
