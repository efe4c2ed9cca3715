package io.upline.service.platform.http.route;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;

/// A canonical route: a method of HTTP at an address, and the code behind it.
///
/// @param path with its variables in braces, such as `/mlm/members/{user_id}`
public record Route(String method, String path, Method code) {

    /// Every route of the service. Some share an address and differ in the form of their replies.
    public static Stream<Route> all(BeanManager beans) {
        return beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(Path.class))
                .distinct()
                .flatMap(Route::of);
    }

    private static Stream<Route> of(Class<?> resource) {
        return Arrays.stream(resource.getMethods())
                .flatMap(code -> methodsOf(code).map(method -> new Route(method, path(resource, code), code)));
    }

    private static Stream<String> methodsOf(Method code) {
        return Arrays.stream(code.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .flatMap(Stream::ofNullable)
                .map(HttpMethod::value);
    }

    private static String path(Class<?> resource, Method code) {
        var below = code.getAnnotation(Path.class);
        var path = resource.getAnnotation(Path.class).value() + "/" + (below == null ? "" : below.value());
        return ("/" + path).replaceAll("/+", "/").replaceFirst("(?<=.)/$", "");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
