package io.upline.service.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.upline.engine.genealogy.Genealogy;
import io.upline.service.network.Located;
import io.upline.service.network.Replica;
import io.upline.service.network.command.MemberChange.Kind;
import io.upline.service.testing.Seeds;
import io.upline.service.testing.TestRedis;
import io.upline.service.testing.Wait;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Births, suspensions, documents shared and found by two replicas, and a Redis that is killed, frozen, flushed and
/// brought back as it was: whatever is found is what the tree says, and in the end nothing stale lies there.
class DocumentWorkloadTest {
    private static final int STEPS = 1_500;

    private final Random random = new Random(Seeds.next());
    private final List<UUID> users = new ArrayList<>();
    private final List<Late> late = new ArrayList<>();
    private int found;

    private record Late(UUID user, Document document) {}

    @Test
    void whatIsFoundIsAlwaysWhatTheTreeSays() {
        var database = Replica.database();
        try (var server = TestRedis.started();
                var one = SharingReplica.start(database, server.url());
                var other = SharingReplica.start(database, server.url())) {
            users.add(one.replica().root().userId());
            for (var step = 0; step < STEPS; step++) {
                step(random.nextBoolean() ? one : other, server);
            }
            assertThat(found).isPositive();
            server.thaw();
            var end = one.replica().root().userId();
            other.at(end);
            Wait.until(() -> one.isWanted(UUID.randomUUID()) && other.isWanted(UUID.randomUUID()));
            users.forEach(user -> Wait.until(() -> isStoredAsNow(one, user)));
        }
    }

    private static boolean isStoredAsNow(SharingReplica replica, UUID user) {
        var stored = replica.stored(user);
        return stored.isEmpty() || stored.equals(Optional.of(SharingReplica.text(replica.at(user))));
    }

    private void step(SharingReplica replica, TestRedis server) {
        var user = users.get(random.nextInt(users.size()));
        switch (random.nextInt(40)) {
            case 0, 1 -> birth(replica, user);
            case 2 -> standing(replica, user);
            case 3 -> replica.document(user).ifPresent(document -> late.add(new Late(user, document)));
            case 4 -> offerLate(replica);
            case 5 -> disturb(server, replica);
            default -> findOrShare(replica, user);
        }
    }

    private void birth(SharingReplica replica, UUID sponsor) {
        if (!isSuspended(replica, sponsor)) {
            users.add(replica.replica().below(sponsor).userId());
        }
    }

    private static void standing(SharingReplica replica, UUID user) {
        var kind = isSuspended(replica, user) ? new Kind.Reinstatement() : new Kind.Suspension();
        replica.replica().change(user, kind).toCompletableFuture().join();
    }

    private static boolean isSuspended(SharingReplica replica, UUID user) {
        replica.network().caughtUp().join();
        var at = replica.at(user);
        return at.tree().isSuspended(at.member());
    }

    private void offerLate(SharingReplica replica) {
        if (!late.isEmpty()) {
            var one = late.get(random.nextInt(late.size()));
            replica.documents().offer(SharingReplica.name(one.user), one.document);
        }
    }

    private void disturb(TestRedis server, SharingReplica replica) {
        switch (random.nextInt(5)) {
            case 0 -> restart(server);
            case 1 -> server.freeze();
            case 2, 3 -> server.thaw();
            default -> saveOrFlush(replica);
        }
    }

    private static void restart(TestRedis server) {
        server.kill();
        server.start();
    }

    /// It may be frozen: nobody waits for the answer.
    private void saveOrFlush(SharingReplica replica) {
        var _ = replica.redis().work(commands -> random.nextBoolean() ? commands.save() : commands.flushall());
    }

    private void findOrShare(SharingReplica replica, UUID user) {
        var tree = replica.network().genealogy();
        var member = tree.indexOf(user);
        if (member == Genealogy.NONE) {
            return;
        }
        var at = new Located(tree, member);
        var before = tree.edition(member);
        var document = replica.found(user);
        var now = SharingReplica.text(at);
        if (before.isPresent() && before.equals(tree.edition(member)) && document.isPresent()) {
            found++;
            assertThat(document).contains(now);
        }
        if (document.isEmpty() && replica.isWanted(user)) {
            replica.document(user).ifPresent(fresh -> replica.documents().offer(SharingReplica.name(user), fresh));
        }
    }
}
