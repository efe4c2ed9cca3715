package io.upline.client.faults.money;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.upline.client.faults.load.Exchange;
import io.upline.client.faults.load.Exchange.Reply;
import io.upline.client.process.Replica;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// What every replica says of members' balances, against what was added up.
final class SaidBalances {
    private static final int SAMPLE = 200;
    private static final List<String> ACCOUNTS = List.of("held", "payable", "owed", "paid_out");

    private final Exchange exchange = new Exchange();
    private final Map<String, BigDecimal> balances;
    private final List<String> findings;

    /// @param balances by `member account`; what is owed is below zero
    SaidBalances(Map<String, BigDecimal> balances, List<String> findings) {
        this.balances = balances;
        this.findings = findings;
    }

    void compare(List<Replica> replicas) {
        var members = new TreeSet<String>();
        balances.keySet().stream()
                .filter(account -> !account.startsWith(" "))
                .map(account -> account.substring(0, account.indexOf(' ')))
                .forEach(members::add);
        for (var replica : replicas) {
            members.stream().limit(SAMPLE).forEach(member -> compare(replica, member));
        }
    }

    private void compare(Replica replica, String member) {
        var said = said(replica, member);
        for (var account : ACCOUNTS) {
            var due = balances.getOrDefault(member + " " + account, BigDecimal.ZERO)
                    .abs();
            if (!said.path(account).isNumber()
                    || said.path(account).decimalValue().compareTo(due) != 0) {
                findings.add("%s says of %s: %s; %s is %s".formatted(replica.name(), member, said, account, due));
            }
        }
    }

    private JsonNode said(Replica replica, String member) {
        return switch (exchange.get(replica, "/mlm/members/" + member + "/balance")) {
            case Reply.Answer answer -> answer.body().path("balances").path(0);
            case Reply.Silence silence -> MissingNode.getInstance();
        };
    }
}
