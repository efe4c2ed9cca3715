package io.upline.service.access.guard;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.upline.service.platform.http.edge.EdgeReplies;
import io.upline.service.platform.http.problem.Problem;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/// Holds the metrics against the table: they are served beside the routes.
@ApplicationScoped
class MetricsEntrance {
    /// After the host was checked, before anything is answered.
    private static final int EARLY = 5_000;

    private final Entrance entrance;

    MetricsEntrance(Entrance entrance) {
        this.entrance = entrance;
    }

    void register(@Observes Filters filters) {
        filters.register(this::guard, EARLY);
    }

    private void guard(RoutingContext request) {
        if (!request.normalizedPath().startsWith(Permissions.METRICS)) {
            request.next();
            return;
        }
        var thread = request.vertx().getOrCreateContext();
        var permission = Permissions.ofRoute("GET " + Permissions.METRICS);
        request.request().pause();
        var _ = entrance.enter(permission, request, () -> "")
                .whenComplete((_, failure) -> thread.runOnContext(_ -> goOn(request, failure)));
    }

    private static void goOn(RoutingContext request, @Nullable Throwable failure) {
        request.request().resume();
        var cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause == null) {
            request.next();
        } else if (cause instanceof Problem problem) {
            EdgeReplies.send(request, problem);
        } else {
            request.fail(cause);
        }
    }
}
