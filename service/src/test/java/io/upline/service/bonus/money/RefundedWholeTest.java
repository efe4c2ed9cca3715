package io.upline.service.bonus.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.upline.service.bonus.NaiveBonuses;
import io.upline.service.bonus.money.NaiveAccounts.Bonus;
import io.upline.service.testing.Api;
import io.upline.service.testing.Checks;
import io.upline.service.testing.PostgresResource;
import io.upline.service.testing.Seeds;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.RepeatedTest;

/// For any event and any split of its refund, all accounts end where they began.
@QuarkusTest
@WithTestResource(PostgresResource.class)
@TestProfile(MoneyPlan.class)
@SuppressWarnings("NullAway.Init")
class RefundedWholeTest {
    @Inject
    DataSource database;

    private final Random random = new Random(Seeds.next());
    private final NaiveBonuses network = new NaiveBonuses();
    private final NaiveAccounts accounts = new NaiveAccounts();

    /// Held, payable, paid, and set off against what an earlier refund left owing: each bonus is one of these when
    /// the first part is refunded, and may be another before the last.
    @RepeatedTest(40)
    void aRefundInAnyPartsLeavesNothingOfTheEvent() throws SQLException {
        var source = line();
        try (var api = new MoneyApi()) {
            if (random.nextBoolean()) {
                refundInParts(api, paid(api, event(api, source)));
            }
            var before = netted(PostedBalances.of(database));
            refundInParts(api, event(api, source));
            assertThat(netted(PostedBalances.of(database))).isEqualTo(before);
        }
        Checks.assertClean();
    }

    /// Three earners above a source.
    private String line() {
        network.join(Api.newRoot(), null);
        for (int i = 0; i < 3; i++) {
            var parent = network.members().getLast();
            network.join(Api.newMember(parent), parent);
        }
        return network.members().getLast();
    }

    private NaiveEvent event(MoneyApi api, String source) {
        var amount = BigDecimal.valueOf(1L + random.nextInt(100_000), 2);
        var trigger = random.nextBoolean() ? "preorder" : "purchase";
        var body = MoneyApi.event(trigger, source, UUID.randomUUID().toString(), amount);
        var said = api.trigger(body).ok();
        return new NaiveEvent(accounts, body, network.due(source, MoneyPlan.shares(amount)), said);
    }

    private NaiveEvent paid(MoneyApi api, NaiveEvent event) {
        event.bonuses().forEach(bonus -> pay(api, bonus));
        return event;
    }

    private void refundInParts(MoneyApi api, NaiveEvent event) {
        while (event.left().signum() > 0) {
            event.bonuses().forEach(bonus -> step(api, bonus));
            var left = event.left().movePointRight(2).intValueExact();
            var part = random.nextInt(4) == 0 ? event.left() : BigDecimal.valueOf(1L + random.nextInt(left), 2);
            event.refund(part, api.reverse(event.id(), part).ok());
        }
        assertThat(event.bonuses()).allMatch(bonus -> bonus.status().equals("reversed"));
    }

    private void step(MoneyApi api, Bonus bonus) {
        var dice = random.nextInt(4);
        if (dice == 0 && bonus.isIn("payable")) {
            api.hold(bonus).ok();
            accounts.hold(bonus);
        } else if (dice == 1) {
            pay(api, bonus);
        }
    }

    private void pay(MoneyApi api, Bonus bonus) {
        if (bonus.isIn("held")) {
            api.release(bonus).ok();
            accounts.release(bonus);
        }
        if (bonus.isIn("payable")) {
            api.pay(bonus).ok();
            accounts.pay(bonus);
        }
    }

    /// What was paid out less what is owed as one, by member.
    private static Map<String, BigDecimal> netted(Map<String, BigDecimal> balances) {
        var netted = new TreeMap<String, BigDecimal>();
        balances.forEach((account, amount) ->
                netted.merge(account.replaceAll(" (paid_out|owed)$", " got"), amount, BigDecimal::add));
        netted.values().removeIf(balance -> balance.signum() == 0);
        return netted;
    }
}
