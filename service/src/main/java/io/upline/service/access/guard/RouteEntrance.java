package io.upline.service.access.guard;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/// Holds every request to a route against the table: after its alias was resolved, before anything of it is read.
class RouteEntrance {
    private final Permissions permissions;
    private final Entrance entrance;

    RouteEntrance(Permissions permissions, Entrance entrance) {
        this.permissions = permissions;
        this.entrance = entrance;
    }

    /// Waits on no thread for what has to be asked.
    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    void enter(ResteasyReactiveContainerRequestContext request, ResourceInfo route, RoutingContext context) {
        var permission = permissions.of(route.getResourceMethod());
        if (permission.isPublic()) {
            return;
        }
        var path = (ResteasyReactiveRequestContext) request.getServerRequestContext();
        Supplier<String> named = () -> path.getPathParameter(permission.parameter(), false);
        var entering = entrance.enter(permission, context, named);
        if (entering.isDone()) {
            entering.join();
        } else {
            goOnAfter(entering, request);
        }
    }

    private static void goOnAfter(CompletableFuture<Void> entering, ResteasyReactiveContainerRequestContext request) {
        request.suspend();
        var _ = entering.whenComplete((_, failure) -> {
            if (failure == null) {
                request.resume();
            } else {
                request.resume(failure);
            }
        });
    }
}
