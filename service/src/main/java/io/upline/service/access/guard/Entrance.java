package io.upline.service.access.guard;

import io.upline.service.access.Caller;
import io.upline.service.access.Earners;
import io.upline.service.access.Role;
import io.upline.service.access.limit.RequestLimits;
import io.upline.service.network.rule.Membership;
import io.upline.service.platform.http.Ids;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// Lets a request in when its caller may send it.
@ApplicationScoped
class Entrance {
    private static final CompletableFuture<Void> LET_IN = CompletableFuture.allOf();
    private static final Executor LOOKING_UP = Executors.newVirtualThreadPerTaskExecutor();

    private final Authentication authentication;
    private final RequestLimits limits;
    private final OwnDownline downline;
    private final Earners earners;

    Entrance(Authentication authentication, RequestLimits limits, OwnDownline downline, Earners earners) {
        this.authentication = authentication;
        this.limits = limits;
        this.downline = downline;
        this.earners = earners;
    }

    /// Completes when the caller may; completed already when nobody has to be asked. Fails with a [Problem]
    /// otherwise.
    ///
    /// @param named the id in the address, asked for only where it matters
    CompletableFuture<Void> enter(Permission permission, RoutingContext request, Supplier<String> named) {
        try {
            return authentication.of(request.request().headers()).thenCompose(caller -> {
                caller.keepIn(request);
                limits.count(caller, request.response().headers());
                return enter(permission, caller, named);
            });
        } catch (Problem refusal) {
            return CompletableFuture.failedFuture(refusal);
        }
    }

    private CompletableFuture<Void> enter(Permission permission, Caller caller, Supplier<String> named) {
        requireRole(permission, caller);
        return caller instanceof Caller.Person(var userId, var role) && role == Role.MEMBER
                ? reach(permission, userId, named)
                : LET_IN;
    }

    private static void requireRole(Permission permission, Caller caller) {
        if (!permission.roles().contains(caller.role())) {
            throw Problem.of(
                    ProblemType.FORBIDDEN,
                    "%s is not for the role %s."
                            .formatted(permission.route(), caller.role().word()));
        }
    }

    private CompletableFuture<Void> reach(Permission permission, UUID member, Supplier<String> named) {
        return switch (permission.reach()) {
            case PUBLIC, ALL -> LET_IN;
            case SELF -> require(isSelf(member, named), named);
            case DOWNLINE ->
                isSelf(member, named)
                        ? LET_IN
                        : downline.has(member, Ids.ofPath(named.get())).thenCompose(has -> require(has, named));
            case OWN_BONUS -> requireEarned(member, Ids.ofPath(named.get()));
        };
    }

    /// A bonus that somebody else earned is to a member none.
    private CompletableFuture<Void> requireEarned(UUID member, UUID bonus) {
        return CompletableFuture.runAsync(
                () -> {
                    if (!earners.hasEarned(member, bonus)) {
                        throw Earners.unknown(bonus);
                    }
                },
                LOOKING_UP);
    }

    private static boolean isSelf(UUID member, Supplier<String> named) {
        return member.equals(Ids.ofPath(named.get()));
    }

    /// Whom a member may not see is to them nobody: whether there is such a member, they don't learn.
    private static CompletableFuture<Void> require(boolean isTheirs, Supplier<String> named) {
        if (!isTheirs) {
            throw Membership.unknown(Ids.ofPath(named.get()));
        }
        return LET_IN;
    }
}
