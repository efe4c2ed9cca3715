package io.upline.service.bonus.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.upline.service.bonus.NaiveBonuses;
import io.upline.service.bonus.money.MoneyApi.Reply;
import io.upline.service.bonus.money.NaiveAccounts.Bonus;
import io.upline.service.testing.Api;
import io.upline.service.testing.Checks;
import io.upline.service.testing.PostgresResource;
import io.upline.service.testing.Seeds;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// Everything that moves money, one thing after the other, at random: after every hundred steps all accounts are
/// what the naive model says, debts and what was set off against them too.
@QuarkusTest
@WithTestResource(PostgresResource.class)
@TestProfile(MoneyPlan.class)
@SuppressWarnings("NullAway.Init")
class MoneyWorkloadTest {
    private static final int STEPS = 3_000;
    private static final int STEPS_BETWEEN = 100;
    private static final int MEMBERS = 30;

    @Inject
    DataSource database;

    private final Random random = new Random(Seeds.next());
    private final NaiveBonuses network = new NaiveBonuses();
    private final NaiveAccounts accounts = new NaiveAccounts();
    private final List<NaiveEvent> events = new ArrayList<>();

    @Test
    void everyAccountIsAllTheTimeWhatTheNaiveModelSays() throws SQLException {
        network.join(Api.newRoot(), null);
        try (var api = new MoneyApi()) {
            for (int step = 0; step < STEPS; step += STEPS_BETWEEN) {
                steps(api);
                assertThat(PostedBalances.of(database)).isEqualTo(accounts.balances());
            }
        }
        Checks.assertClean();
    }

    private void steps(MoneyApi api) {
        for (int step = 0; step < STEPS_BETWEEN; step++) {
            step(api);
        }
    }

    private void step(MoneyApi api) {
        var dice = random.nextInt(100);
        if (dice < 3) {
            register(api);
        } else if (dice < 5) {
            move(api);
        } else if (dice < 6) {
            payAll(api);
        } else if (dice < 25 || events.isEmpty()) {
            trigger(api);
        } else if (dice < 30) {
            var event = any(events);
            event.see(api.trigger(event.body()).ok());
        } else if (dice < 50) {
            refund(api, recent());
        } else {
            step(api, recent(), dice);
        }
    }

    private void step(MoneyApi api, NaiveEvent event, int dice) {
        if (event.bonuses().isEmpty()) {
            return;
        }
        var bonus = any(event.bonuses());
        if (dice < 65) {
            var isDone = is(api.hold(bonus), bonus.canBeHeld());
            if (isDone) {
                accounts.hold(bonus);
            }
        } else if (dice < 80) {
            var isDone = is(api.release(bonus), bonus.isIn("payable") || bonus.isIn("held"));
            if (isDone) {
                accounts.release(bonus);
            }
        } else if (is(api.pay(bonus), bonus.isIn("payable") || bonus.isIn("paid_out")) && bonus.isIn("payable")) {
            accounts.pay(bonus);
        }
    }

    /// Whether it was done, which has to be as it is `due`; else it is refused as it contradicts what is there.
    private static boolean is(Reply reply, boolean due) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(due ? 200 : 409);
        return due;
    }

    private void register(MoneyApi api) {
        if (network.members().size() < MEMBERS) {
            var id = UUID.randomUUID().toString();
            var said = api.register(id, any(network.members()));
            network.join(id, said.path("parent_id").asText());
        }
    }

    /// Below oneself is refused.
    private void move(MoneyApi api) {
        var member = any(network.members());
        var parent = any(network.members());
        if (api.move(member, parent).status() == 200) {
            network.move(member, parent);
        }
    }

    private void trigger(MoneyApi api) {
        var amount = BigDecimal.valueOf(1L + random.nextInt(50_000), 2);
        var source = any(network.members());
        var trigger = random.nextInt(3) == 0 ? "preorder" : "purchase";
        var body = MoneyApi.event(trigger, source, UUID.randomUUID().toString(), amount);
        var foreseen = api.foresee(body).ok();
        var said = api.trigger(body).ok();
        assertThat(foreseen.path("total_amount")).isEqualTo(said.path("total_amount"));
        events.add(new NaiveEvent(accounts, body, network.due(source, MoneyPlan.shares(amount)), said));
    }

    private void refund(MoneyApi api, NaiveEvent event) {
        var left = event.left().movePointRight(2).intValueExact();
        if (left == 0) {
            nothingIsLeft(api, event);
            return;
        }
        var part = random.nextInt(3) == 0 ? event.left() : BigDecimal.valueOf(1L + random.nextInt(left), 2);
        event.refund(part, api.reverse(event.id(), part).ok());
    }

    private static void nothingIsLeft(MoneyApi api, NaiveEvent event) {
        assertThat(api.reverse(event.id(), new BigDecimal("0.01")).status()).isEqualTo(409);
        event.see(api.reverse(event.id()).ok());
    }

    private void payAll(MoneyApi api) {
        var due = events.stream()
                .flatMap(event -> event.bonuses().stream())
                .filter(bonus -> bonus.isIn("payable"))
                .sorted(Comparator.comparing(Bonus::id))
                .toList();
        assertThat(api.payAll().ok().path("paid").asInt()).isEqualTo(due.size());
        due.forEach(accounts::pay);
    }

    private NaiveEvent recent() {
        return any(events.subList(Math.max(0, events.size() - 40), events.size()));
    }

    private <T> T any(List<T> among) {
        return among.get(random.nextInt(among.size()));
    }
}
