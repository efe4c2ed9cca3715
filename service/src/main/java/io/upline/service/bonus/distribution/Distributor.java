package io.upline.service.bonus.distribution;

import io.quarkus.runtime.ShutdownEvent;
import io.upline.service.bonus.distribution.event.DistributionRequest;
import io.upline.service.network.Network;
import io.upline.service.plan.Plans;
import io.upline.service.platform.batch.GroupCommit;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.database.TimeOrderedIds;
import io.upline.service.platform.idempotency.Answer;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.inject.spi.ObserverMethod;
import java.security.SecureRandom;
import java.util.SplittableRandom;
import java.util.concurrent.CompletionStage;

/// The one way to distribute bonuses: concurrent requests share a transaction.
@ApplicationScoped
class Distributor {
    private static final int BEFORE_THE_NETWORK = ObserverMethod.DEFAULT_PRIORITY - 1;

    private final Network network;
    private final GroupCommit<DistributionRequest, Answer> queue;

    Distributor(Database database, Network network, Plans plans) {
        this.network = network;
        var ids = new TimeOrderedIds(new SplittableRandom(new SecureRandom().nextLong()));
        queue = new GroupCommit<>("bonus-writer", new DistributionWriter(database, network, plans, ids));
    }

    /// Hands over a request. The stage completes after the commit, or fails with a
    /// [io.upline.service.platform.http.problem.Problem]. Never blocks.
    CompletionStage<Answer> submit(DistributionRequest request) {
        network.requireDatabase();
        return queue.submit(request);
    }

    /// Before the network stops and the connections are closed: what waits is still committed.
    void stop(@Observes(notifyObserver = Reception.IF_EXISTS) @Priority(BEFORE_THE_NETWORK) ShutdownEvent event) {
        queue.close();
    }
}
