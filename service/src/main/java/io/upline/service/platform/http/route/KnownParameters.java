package io.upline.service.platform.http.route;

import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import io.upline.service.platform.http.problem.Shown;
import io.upline.service.platform.text.NearestName;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.HttpMethod;
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

/// Refuses query parameters that are given twice: nobody knows which of them was meant. A route that changes data
/// refuses those that it doesn't have, too, and those without a value: whoever misspells `dry_run` must not find
/// the thing done. The gateway's aliases take the first and ignore what they don't know.
class KnownParameters {
    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    /// @throws Problem 400 for a repeated parameter, and for an unknown or empty one of a request that may change
    ///     data
    @ServerRequestFilter
    void check(ContainerRequestContext request, ResourceInfo route, RoutingContext context) {
        var given = request.getUriInfo().getQueryParameters();
        if (given.isEmpty() || Aliases.isLenient(context)) {
            return;
        }
        var isReading = READING.contains(request.getMethod());
        given.forEach((name, values) -> {
            if (!isReading) {
                requireKnown(name, known.computeIfAbsent(route.getResourceMethod(), KnownParameters::namesOf));
            }
            if (values.size() > 1 || (!isReading && values.getFirst().isEmpty())) {
                throw Problem.of(
                        ProblemType.MALFORMED_REQUEST,
                        "Give the query parameter \"%s\" one value.".formatted(Shown.shortened(name)));
            }
        });
    }

    private static void requireKnown(String name, Set<String> names) {
        if (!names.contains(name)) {
            throw Problem.of(
                    ProblemType.MALFORMED_REQUEST,
                    "There is no query parameter \"%s\" here%s".formatted(Shown.shortened(name), hint(name, names)));
        }
    }

    private static String hint(String name, Set<String> names) {
        if (names.isEmpty()) {
            return ".";
        }
        var hint = "; " + NearestName.hint(name, names);
        return hint.endsWith("?") ? hint : hint + ".";
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
