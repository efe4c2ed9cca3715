package io.upline.service.access.guard;

import io.upline.engine.genealogy.Genealogy;
import io.upline.engine.genealogy.Line;
import io.upline.service.network.Network;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/// Whether somebody stands in a member's own downline, as it is now.
@ApplicationScoped
class OwnDownline {
    /// A walk up so long may be done where it is; a longer one has a thread of its own.
    private static final int SHORT_LEVELS = 1_000;

    private static final Executor LONG_WALKS = Executors.newVirtualThreadPerTaskExecutor();

    private final Network network;

    OwnDownline(Network network) {
        this.network = network;
    }

    /// Whether `other` stands below `member`; at once when memory says so. Otherwise what other replicas wrote is
    /// looked at first, alike for a user who is a member and for one who is not: nobody learns from the time that
    /// the answer takes who is one. O(levels between them). The future fails with a
    /// [io.upline.service.platform.http.problem.Problem] 503 when the database can't be asked.
    CompletableFuture<Boolean> has(UUID member, UUID other) {
        return isBelow(other, member)
                .thenCompose(isBelow -> isBelow
                        ? CompletableFuture.completedFuture(true)
                        : network.caughtUp().thenComposeAsync(_ -> isBelow(other, member), LONG_WALKS));
    }

    private CompletableFuture<Boolean> isBelow(UUID below, UUID above) {
        var tree = network.genealogy();
        var member = tree.indexOf(below);
        var top = tree.indexOf(above);
        if (member == Genealogy.NONE || top == Genealogy.NONE) {
            return CompletableFuture.completedFuture(false);
        }
        var levels = tree.member(member).level() - tree.member(top).level();
        if (levels <= 0) {
            return CompletableFuture.completedFuture(false);
        }
        return levels <= SHORT_LEVELS
                ? CompletableFuture.completedFuture(tree.isBelow(member, top, Line.PLACEMENT))
                : CompletableFuture.supplyAsync(() -> tree.isBelow(member, top, Line.PLACEMENT), LONG_WALKS);
    }
}
