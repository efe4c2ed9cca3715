package io.upline.service.bonus;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upline.service.testing.Api;
import io.upline.service.testing.PostgresResource;
import io.upline.service.testing.Seeds;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/// A random workload from many clients at once, held against a model that anybody can check.
@QuarkusTest
@WithTestResource(PostgresResource.class)
class BonusWorkloadTest {
    private static final int MEMBERS = 40;
    private static final int CLIENTS = 8;
    private static final int EVENTS_PER_CLIENT = 40;

    /// The original service's mistakes: money was binary floating point, and a repeated trigger paid again.
    @Test
    void everyMemberEarnsToTheCentWhatTheNaiveModelSays() throws Exception {
        var random = new Random(Seeds.next());
        var model = new NaiveBonuses();
        for (int i = 0; i < MEMBERS; i++) {
            join(model, random);
        }
        var clients = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < CLIENTS; i++) {
            var events = randomEvents(model, random);
            events.forEach(model::pay);
            clients.add(() -> send(events));
        }
        AtOnce.all(clients);
        for (var member : model.members()) {
            assertThat(earned(member)).as(member).isEqualTo(model.earned(member));
            assertThat(week(member)).as(member).isEqualTo(model.earned(member));
        }
    }

    private static void join(NaiveBonuses model, Random random) {
        var members = model.members();
        if (members.isEmpty()) {
            model.join(Api.newRoot(), null);
            return;
        }
        var member = Api.newMember(members.get(random.nextInt(members.size())));
        String parent = Api.get("/mlm/members/" + member).then().extract().path("parent_id");
        model.join(member, parent);
    }

    /// Few references and few members, so that many repeat each other; a reference's source follows from it.
    private static List<NaiveBonuses.Event> randomEvents(NaiveBonuses model, Random random) {
        var events = new ArrayList<NaiveBonuses.Event>();
        var members = model.members();
        for (int i = 0; i < EVENTS_PER_CLIENT; i++) {
            var number = random.nextInt(members.size());
            var reference = members.getFirst() + "-" + number;
            events.add(
                    switch (random.nextInt(3)) {
                        case 0 -> new NaiveBonuses.Event(members.get(number), "referral", "");
                        case 1 -> new NaiveBonuses.Event(members.get(number), "purchase", reference);
                        default -> new NaiveBonuses.Event(members.get(number), "purchase", "");
                    });
        }
        return events;
    }

    private static int send(List<NaiveBonuses.Event> events) {
        for (var event : events) {
            var more = event.reference().isEmpty() ? "" : ", \"reference\": \"" + event.reference() + "\"";
            Bonuses.post(Bonuses.body(event.source(), event.trigger(), more)).statusCode(200);
        }
        return events.size();
    }

    private static BigDecimal earned(String member) {
        return Bonuses.json(Api.get("/mlm/bonus/user/" + member)).getList("amount", BigDecimal.class).stream()
                .reduce(new BigDecimal("0.00"), BigDecimal::add);
    }

    private static BigDecimal week(String member) {
        var total = Bonuses.json(Api.get("/mlm/report/weekly/" + member)).getString("total_bonus");
        return new BigDecimal(total);
    }
}
