package io.upline.service.rank;

import com.fasterxml.jackson.core.JsonGenerator;
import io.upline.engine.genealogy.Member;
import io.upline.engine.rank.Figures;
import io.upline.engine.rank.Verdict;
import io.upline.service.audit.Act;
import io.upline.service.audit.Deed;
import io.upline.service.network.Network;
import io.upline.service.network.rule.Membership;
import io.upline.service.plan.Plans;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One member held against the ladder, and what that changed.
///
/// @param previousRank what was held before; null for none
record Evaluation(
        Member member,
        Verdict verdict,
        HeldRank held,
        @Nullable String previousRank) {
    /// Evaluates and keeps a member's rank: given, raised, or taken back. O(requirements of the ladder).
    ///
    /// @throws io.upline.service.platform.http.problem.Problem 404 when the user is not a member
    static Evaluation run(Connection connection, Network network, Plans plans, UUID userId) throws SQLException {
        var number = Membership.indexOf(network.upToDate(connection).genealogy(), userId) + 1;
        var before = RankTable.lock(connection, number);
        // Again after the lock: whoever held it may have evaluated a later state.
        var moment = network.upToDate(connection);
        var plan = plans.inForce(connection, moment.nowMicros());
        var member = moment.genealogy().member(number - 1);
        var verdict = Verdict.of(plan.plan().ladder(), figures(member));
        var rank = verdict.earned().map(standing -> standing.rank().name()).orElse(null);
        var held =
                new HeldRank(rank, moment.nowMicros(), moment.nowMicros(), member.asOf(), plan.version()).after(before);
        RankTable.keep(connection, number, held);
        return new Evaluation(member, verdict, held, before.map(HeldRank::rank).orElse(null));
    }

    /// What counts for a rank.
    static Figures figures(Member member) {
        return new Figures(member.downline(), member.frontline(), member.sponsored());
    }

    /// As the audit keeps it.
    Deed deed() {
        return Deed.to(member.index() + 1, Act.RANK_EVALUATED, json -> {
            json.writeNumberField("as_of_seq", held.asOf());
            json.writeNumberField("plan_version", held.planVersion());
            rank(json, "before", previousRank);
            rank(json, "after", held.rank());
        });
    }

    private static void rank(JsonGenerator json, String when, @Nullable String rank) throws IOException {
        json.writeObjectFieldStart(when);
        json.writeStringField("rank", rank);
        json.writeEndObject();
    }

    Optional<String> rank() {
        return Optional.ofNullable(held.rank());
    }
}
