package io.upline.service.platform.http.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/// What every reply tells a browser that has come by it: show it nowhere, keep it nowhere, run nothing of it. Only
/// the documentation's page may run what it is made of.
@ApplicationScoped
class SecurityHeaders {
    /// Of the two scripts that stand in the documentation's page itself.
    static final List<String> SCRIPT_HASHES = List.of(
            "sha256-jbzi7tkLevnUQjtJLa4+GKOKI+8a784PE3bj5//rUA0=",
            "sha256-l8Lgj157e7gueedkXNNJoHQEcb9N7hNWbIDqf8gP1Ww=");

    private static final int FIRST = RequestGuard.FIRST + 1;
    private static final String DOCUMENTATION = "/docs";
    private static final MultiMap OF_REPLIES = common("default-src 'none'; frame-ancestors 'none'")
            .add(HttpHeaders.CACHE_CONTROL, HttpHeaders.createOptimized("no-store"));
    private static final MultiMap OF_DOCUMENTATION = common(
            "default-src 'none'; script-src 'self' '%s'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
                    .formatted(String.join("' '", SCRIPT_HASHES)));

    void register(@Observes Filters filters) {
        filters.register(SecurityHeaders::add, FIRST);
    }

    private static void add(RoutingContext context) {
        context.response().headers().setAll(isDocumentation(context.normalizedPath()) ? OF_DOCUMENTATION : OF_REPLIES);
        context.next();
    }

    private static boolean isDocumentation(String path) {
        return path.equals(DOCUMENTATION) || path.startsWith(DOCUMENTATION + "/");
    }

    private static MultiMap common(String contentSecurityPolicy) {
        return HttpHeaders.headers()
                .add("X-Content-Type-Options", "nosniff")
                .add("Content-Security-Policy", contentSecurityPolicy)
                .add("Referrer-Policy", "no-referrer")
                .add("Cross-Origin-Resource-Policy", "same-origin");
    }
}
