package io.upline.service.platform.http.route;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Which methods an address has, over every route and alias: what a 405 names in its header `Allow`.
@ApplicationScoped
public class AllowedMethods {
    private record Address(String method, Pattern path) {}

    private final List<Address> addresses;

    AllowedMethods(BeanManager beans) {
        addresses = Route.all(beans)
                .map(route -> new Address(route.method(), pattern(route)))
                .toList();
    }

    private static Pattern pattern(Route route) {
        return Pattern.compile(route.path().replaceAll("\\{[^}]+}", "[^/]+"));
    }

    /// In alphabetical order; empty when there is nothing at the address.
    public SortedSet<String> of(String path) {
        var methods = addresses.stream()
                .filter(address -> address.path.matcher(path).matches())
                .map(Address::method)
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
        return addresses.stream().anyMatch(address -> address.path.pattern().equals(path));
    }
}
