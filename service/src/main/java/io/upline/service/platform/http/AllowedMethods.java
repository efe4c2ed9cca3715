package io.upline.service.platform.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which methods an address has, over every route and alias: what a 405 names in its header `Allow`.
@ApplicationScoped
class AllowedMethods {
    private record Route(String method, Pattern path) {}

    private final List<Route> routes;

    AllowedMethods(BeanManager beans) {
        routes = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(Path.class))
                .distinct()
                .flatMap(AllowedMethods::routesOf)
                .toList();
    }

    /// In alphabetical order; empty when there is nothing at the address.
    SortedSet<String> of(String path) {
        var methods = routes.stream()
                .filter(route -> route.path.matcher(path).matches())
                .map(Route::method)
                .collect(Collectors.toCollection(TreeSet::new));
        methods.addAll(Aliases.methodsOf(path));
        if (!methods.isEmpty()) {
            methods.add(HttpMethod.OPTIONS);
        }
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        return methods;
    }

    /// Whether the address is that of a route without variables.
    boolean isFixed(String path) {
        return routes.stream().anyMatch(route -> route.path.pattern().equals(path));
    }

    private static Stream<Route> routesOf(Class<?> resource) {
        return Arrays.stream(resource.getMethods())
                .flatMap(method -> methodsOf(method).map(name -> new Route(name, pattern(resource, method))));
    }

    private static Stream<String> methodsOf(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .flatMap(Stream::ofNullable)
                .map(HttpMethod::value);
    }

    private static Pattern pattern(Class<?> resource, Method method) {
        var below = method.getAnnotation(Path.class);
        var path = resource.getAnnotation(Path.class).value() + "/" + (below == null ? "" : below.value());
        var plain = ("/" + path).replaceAll("/+", "/").replaceFirst("(?<=.)/$", "");
        return Pattern.compile(plain.replaceAll("\\{[^}]+}", "[^/]+"));
    }
}
