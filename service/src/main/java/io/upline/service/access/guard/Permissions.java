package io.upline.service.access.guard;

import static io.upline.service.access.Role.ADMIN;
import static io.upline.service.access.Role.AUDITOR;
import static io.upline.service.access.Role.GATEWAY;
import static io.upline.service.access.Role.MEMBER;
import static io.upline.service.access.Role.SERVICE;

import io.quarkus.runtime.Startup;
import io.upline.service.access.Role;
import io.upline.service.access.guard.Permission.Reach;
import io.upline.service.platform.http.route.Route;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// What each role may do: the one table. What is not in it nobody may do, and the service doesn't start.
///
/// A route of the gateway is that of its canonical address. `docs/ACCESS.md` shows the same table.
@Startup
@ApplicationScoped
class Permissions {
    static final String METRICS = "/metrics";

    static final List<Permission> TABLE = List.of(
            of("POST /mlm/register", GATEWAY, SERVICE, ADMIN),
            of("POST /mlm/root", GATEWAY, SERVICE, ADMIN),
            of("POST /mlm/members/import", SERVICE, ADMIN),
            ofDownline("GET /mlm/members/{user_id}", SERVICE, ADMIN, AUDITOR),
            ofSelf("GET /mlm/members/{user_id}/upline", SERVICE, ADMIN, AUDITOR),
            ofDownline("GET /mlm/members/{user_id}/legs", SERVICE, ADMIN, AUDITOR),
            ofDownline("GET /mlm/members/{user_id}/downline", SERVICE, ADMIN, AUDITOR),
            ofDownline("GET /mlm/members/{user_id}/rank", SERVICE, ADMIN, AUDITOR),
            ofSelf("GET /mlm/members/{user_id}/balance", SERVICE, ADMIN, AUDITOR),
            ofSelf("GET /mlm/members/{user_id}/postings", SERVICE, ADMIN, AUDITOR),
            of("GET /mlm/ledger", ADMIN, AUDITOR),
            of("GET /mlm/members/{user_id}/history", SERVICE, ADMIN, AUDITOR),
            of("POST /mlm/members/{user_id}/move", ADMIN),
            of("POST /mlm/members/{user_id}/suspend", ADMIN),
            of("POST /mlm/members/{user_id}/reinstate", ADMIN),
            of("POST /mlm/members/{user_id}/forget", ADMIN),
            ofDownline("GET /mlm/downline/{user_id}", GATEWAY, SERVICE, ADMIN, AUDITOR),
            ofDownline("GET /mlm/downline/{user_id}/count", GATEWAY, SERVICE, ADMIN, AUDITOR),
            of("GET /mlm/changes", SERVICE, ADMIN, AUDITOR),
            of("POST /mlm/bonus", GATEWAY, SERVICE, ADMIN),
            of("GET /mlm/bonus", GATEWAY, SERVICE, ADMIN, AUDITOR),
            ofSelf("GET /mlm/bonus/user/{user_id}", GATEWAY, SERVICE, ADMIN, AUDITOR),
            ofEarner("GET /mlm/bonus/{id}/why", GATEWAY, SERVICE, ADMIN, AUDITOR),
            of("PATCH /mlm/bonus/{id}/mark-paid", GATEWAY, ADMIN),
            of("POST /mlm/bonus/mark-paid", GATEWAY, ADMIN),
            of("POST /mlm/bonus/{id}/hold", ADMIN),
            of("POST /mlm/bonus/{id}/release", ADMIN),
            of("GET /mlm/events/{id}", GATEWAY, SERVICE, ADMIN, AUDITOR),
            of("POST /mlm/events/{id}/reverse", SERVICE, ADMIN),
            of("POST /mlm/events/reverse", SERVICE, ADMIN),
            of("POST /mlm/adjustments", ADMIN),
            of("GET /mlm/adjustments", ADMIN, AUDITOR),
            of("GET /mlm/adjustments/{id}", ADMIN, AUDITOR),
            of("POST /mlm/adjustments/{id}/approve", ADMIN),
            of("POST /mlm/adjustments/{id}/decline", ADMIN),
            of("POST /mlm/rank/evaluate/{user_id}", GATEWAY, ADMIN),
            ofSelf("GET /mlm/report/weekly/{user_id}", GATEWAY, SERVICE, ADMIN, AUDITOR),
            of("GET /mlm/report/network", SERVICE, ADMIN, AUDITOR),
            of("GET /mlm/jobs", GATEWAY, SERVICE, ADMIN, AUDITOR),
            of("GET /mlm/jobs/{id}", GATEWAY, SERVICE, ADMIN, AUDITOR),
            of("POST /mlm/jobs/{id}/cancel", GATEWAY, ADMIN),
            of("POST /mlm/plans", ADMIN),
            of("GET /mlm/plans", SERVICE, ADMIN, AUDITOR),
            of("GET /mlm/plans/{version}", SERVICE, ADMIN, AUDITOR),
            of("GET /mlm/plans/{version}/differences", SERVICE, ADMIN, AUDITOR),
            of("DELETE /mlm/plans/{version}", ADMIN),
            of("GET /mlm/audit", ADMIN, AUDITOR),
            of("GET /mlm/check", ADMIN, AUDITOR),
            of("GET " + METRICS, SERVICE, ADMIN, AUDITOR),
            of("GET /fixed-body/{bytes}", ADMIN),
            ofAnybody("GET /"),
            ofAnybody("GET /health"),
            ofAnybody("GET /status"),
            ofAnybody("GET /docs"),
            ofAnybody("GET /openapi"),
            ofAnybody("GET /problems"),
            ofAnybody("GET /problems/{slug}"));

    private final Map<Method, Permission> byCode;

    /// @throws IllegalStateException when a route is not in the table
    Permissions(BeanManager beans) {
        byCode =
                Route.all(beans).collect(Collectors.toUnmodifiableMap(Route::code, route -> ofRoute(route.toString())));
    }

    /// The row of a route.
    ///
    /// @throws IllegalStateException when there is none
    static Permission ofRoute(String route) {
        return TABLE.stream()
                .filter(permission -> permission.route().equals(route))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        route + " is not in the table of what each role may do: nobody may."));
    }

    /// The row of the code that answers a request.
    Permission of(Method code) {
        return Objects.requireNonNull(byCode.get(code));
    }

    private static Permission of(String route, Role first, Role... others) {
        return new Permission(route, EnumSet.of(first, others), Reach.ALL);
    }

    private static Permission ofSelf(String route, Role... others) {
        return new Permission(route, EnumSet.of(MEMBER, others), Reach.SELF);
    }

    private static Permission ofDownline(String route, Role... others) {
        return new Permission(route, EnumSet.of(MEMBER, others), Reach.DOWNLINE);
    }

    private static Permission ofEarner(String route, Role... others) {
        return new Permission(route, EnumSet.of(MEMBER, others), Reach.OWN_BONUS);
    }

    private static Permission ofAnybody(String route) {
        return new Permission(route, EnumSet.allOf(Role.class), Reach.PUBLIC);
    }
}
