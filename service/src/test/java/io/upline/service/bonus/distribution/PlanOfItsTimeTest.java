package io.upline.service.bonus.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.upline.service.bonus.AtOnce;
import io.upline.service.bonus.distribution.event.DistributionRequest;
import io.upline.service.check.rule.BonusRule;
import io.upline.service.network.Replica;
import io.upline.service.network.command.PlanActivation;
import io.upline.service.network.command.Proposal;
import io.upline.service.plan.PlansOf;
import io.upline.service.plan.file.PlanFile;
import io.upline.service.platform.batch.GroupCommit;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.database.TimeOrderedIds;
import io.upline.service.platform.idempotency.Answer;
import io.upline.service.platform.settings.DatabaseAddress;
import io.upline.service.testing.Authors;
import io.upline.service.testing.Wait;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two replicas that pay while other plans come in force: every event has the version of its own time.
class PlanOfItsTimeTest {
    private static final int WIDTH = 3;
    private static final int ACTIVATIONS = 30;
    private static final long SOON_MICROS = TimeUnit.MILLISECONDS.toMicros(1_500);

    private final DatabaseAddress address = Replica.database();
    private final Database database = new Database(Replica.pool(address));
    private final Paying first = new Paying(1);
    private final Paying second = new Paying(2);
    private UUID source = new UUID(0, 0);

    /// A replica with its queue of distributions.
    private final class Paying implements AutoCloseable {
        private final Replica replica = Replica.start(address, new Proposal(OptionalInt.empty(), WIDTH, plan(0)));
        private final GroupCommit<DistributionRequest, Answer> queue;

        Paying(long seed) {
            var plans = PlansOf.replica(replica.network(), database);
            var ids = new TimeOrderedIds(new Random(seed));
            queue = new GroupCommit<>("bonus-writer", new DistributionWriter(database, replica.network(), plans, ids));
        }

        int versionOfAnEvent() {
            var request = new DistributionRequest(
                    source, "purchase", Optional.empty(), Optional.empty(), Optional.empty(), Authors.SOMEBODY, false);
            return JsonPath.from(queue.submit(request).join().body()).getInt("plan_version");
        }

        void activate(int days, Optional<Long> at) {
            var activation = new PlanActivation(plan(days), WIDTH, at, Optional.empty(), Authors.SOMEBODY);
            replica.network().activatePlan(activation, activated -> "");
        }

        @Override
        public void close() {
            queue.close();
            replica.close();
        }
    }

    @BeforeEach
    void aMember() {
        source = first.replica.below(first.replica.root().userId()).userId();
    }

    @AfterEach
    void everyEventHasThePlanOfItsTime() {
        first.close();
        second.close();
        assertThat(found(BonusRule.EVENTS_HAVE_THE_PLAN_OF_THEIR_TIME.sql())).isEmpty();
    }

    @Test
    void bothPayByAScheduledPlanFromItsTimeOn() {
        var effectiveAt = database.nowMicros() + SOON_MICROS;
        first.activate(1, Optional.of(effectiveAt));
        assertThat(first.versionOfAnEvent()).isEqualTo(1);
        assertThat(second.versionOfAnEvent()).isEqualTo(1);
        Wait.until(() -> first.versionOfAnEvent() == 2);
        assertThat(second.versionOfAnEvent()).isEqualTo(2);
        assertThat(found("""
                SELECT id::text FROM bonus_event
                WHERE (created_at >= timestamptz 'epoch' + %d * interval '1 microsecond') <> (plan_version = 2)
                """.formatted(effectiveAt))).isEmpty();
    }

    @Test
    void bothPayByThePlanOfTheMomentWhilePlansComeInForce() throws Exception {
        var isOver = new AtomicBoolean();
        var work = new ArrayList<Callable<Integer>>();
        work.add(() -> paying(first, isOver));
        work.add(() -> paying(second, isOver));
        work.add(() -> {
            for (int days = 1; days <= ACTIVATIONS; days++) {
                (days % 2 == 0 ? first : second).activate(days, Optional.empty());
            }
            isOver.set(true);
            return 1;
        });
        assertThat(AtOnce.all(work)).allMatch(events -> events > 0);
        assertThat(first.versionOfAnEvent()).isEqualTo(ACTIVATIONS + 1);
        assertThat(second.versionOfAnEvent()).isEqualTo(ACTIVATIONS + 1);
    }

    private static int paying(Paying replica, AtomicBoolean isOver) {
        int events = 0;
        int version = 0;
        while (!isOver.get()) {
            int next = replica.versionOfAnEvent();
            assertThat(next).isGreaterThanOrEqualTo(version);
            version = next;
            events++;
        }
        return events;
    }

    private List<String> found(String sql) {
        return database.transaction(connection -> {
            try (var select = connection.prepareStatement(sql);
                    var rows = select.executeQuery()) {
                var found = new ArrayList<String>();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
                return found;
            }
        });
    }

    /// The built-in plan, which holds purchases for so many days.
    private static String plan(int days) {
        return PlanFile.builtIn().replace("  purchase:\n", "  purchase:\n    hold_days: " + days + "\n");
    }
}
