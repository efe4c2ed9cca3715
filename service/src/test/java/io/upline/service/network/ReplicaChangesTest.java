package io.upline.service.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.upline.engine.genealogy.Genealogy;
import io.upline.engine.genealogy.GenealogyCheck;
import io.upline.engine.genealogy.Member;
import io.upline.service.network.command.MemberChange.Kind;
import io.upline.service.network.command.MemberChange.Slot;
import io.upline.service.network.command.NetworkResult;
import io.upline.service.network.stored.FoundTraces;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.settings.DatabaseAddress;
import io.upline.service.testing.Seeds;
import io.upline.service.testing.Wait;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Births, moves, suspensions and forgetting through two replicas at once: each sees all of it, and so does a third
/// that
/// starts.
class ReplicaChangesTest {
    private static final int WIDTH = 3;
    private static final int COMMANDS = 1_500;
    private static final int AT_ONCE = 20;

    private final DatabaseAddress database = Replica.database();
    private final Random random = new Random(Seeds.next());
    private final List<UUID> users = new ArrayList<>();
    private final Map<String, Integer> outcomes = new HashMap<>();

    @Test
    void whateverHappensAtOnceBothReplicasAndARestartedOneAgree() {
        Map<Member, List<Integer>> seen;
        try (var one = Replica.start(database, WIDTH);
                var other = Replica.start(database, WIDTH)) {
            users.add(one.root().userId());
            users.add(other.root().userId());
            for (int done = 0; done < COMMANDS; done += AT_ONCE) {
                var waiting = IntStream.range(0, AT_ONCE)
                        .mapToObj(i -> any(i % 2 == 0 ? one : other))
                        .toList();
                waiting.forEach(this::settle);
            }
            var end = Math.max(asOf(one), asOf(other));
            Wait.until(() -> asOf(one) == end && asOf(other) == end);
            seen = everything(one);
            assertThat(everything(other)).isEqualTo(seen);
            assertThat(GenealogyCheck.of(one.network().genealogy())).isEmpty();
            assertThat(GenealogyCheck.of(other.network().genealogy())).isEmpty();
        }
        try (var restarted = Replica.start(database, WIDTH)) {
            assertThat(everything(restarted)).isEqualTo(seen);
            assertThat(GenealogyCheck.of(restarted.network().genealogy())).isEmpty();
        }
        assertThat(outcomes)
                .containsKeys("Placed", "Changed", "CONFLICT", "PLACE_TAKEN", "SPONSOR_SUSPENDED", "UNKNOWN_MEMBER");
    }

    private static long asOf(Replica replica) {
        return replica.network().genealogy().asOf();
    }

    private Attempt any(Replica replica) {
        if (random.nextInt(60) == 0) {
            return forgetting(replica);
        }
        return random.nextInt(3) == 0
                ? birth(replica)
                : new Attempt(
                        replica.change(someone(), random.nextInt(5) < 3 ? move() : standing())
                                .toCompletableFuture(),
                        Optional.empty());
    }

    private Attempt birth(Replica replica) {
        var born = UUID.randomUUID();
        return new Attempt(replica.submit(born, Optional.of(someone())).toCompletableFuture(), Optional.of(born));
    }

    /// The id that was forgotten is tried like any other from then on, and the pseudonym too.
    private Attempt forgetting(Replica replica) {
        var pseudonym = UUID.randomUUID();
        return new Attempt(
                replica.change(someone(), new Kind.Forgetting(pseudonym, FoundTraces.NONE_YET))
                        .toCompletableFuture(),
                Optional.of(pseudonym));
    }

    private Kind move() {
        var what = random.nextInt(3);
        var position = random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(1 + random.nextInt(WIDTH));
        return new Kind.Move(
                what == 0 ? Optional.empty() : Optional.of(new Slot(someone(), position)),
                what == 1 ? Optional.empty() : Optional.of(someone()));
    }

    private Kind standing() {
        return random.nextInt(3) == 0 ? new Kind.Suspension() : new Kind.Reinstatement();
    }

    private UUID someone() {
        return users.get(random.nextInt(users.size()));
    }

    /// Only who was really placed is known to later commands, so that the network grows whatever was refused.
    private void settle(Attempt attempt) {
        try {
            var outcome = attempt.outcome().join();
            outcomes.merge(outcome.getClass().getSimpleName(), 1, Integer::sum);
            attempt.known().ifPresent(users::add);
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof Problem refused)) {
                throw e;
            }
            outcomes.merge(refused.type().name(), 1, Integer::sum);
        }
    }

    /// @param known who is a member from then on, if it succeeds
    private record Attempt(CompletableFuture<NetworkResult> outcome, Optional<UUID> known) {}

    /// Every member, and whom they sponsored in what order.
    private static Map<Member, List<Integer>> everything(Replica replica) {
        var tree = replica.network().genealogy();
        var all = new HashMap<Member, List<Integer>>();
        tree.forEach(member -> all.put(
                member,
                IntStream.of(tree.sponsored(member.index(), Genealogy.NONE, 1_000))
                        .boxed()
                        .toList()));
        return all;
    }
}
