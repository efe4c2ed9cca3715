package io.upline.service.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.upline.service.bonus.Bonuses;
import io.upline.service.platform.database.Database;
import io.upline.service.testing.Api;
import io.upline.service.testing.PostgresResource;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class ReportTest {
    @Inject
    Database database;

    @Test
    void theNetworkInFiguresGrowsWithTheNetwork() {
        var before = network();
        var r = Api.newRoot();
        for (int i = 0; i < 5; i++) {
            Api.newMember(r);
        }
        var after = network();
        assertThat(after.getInt("members") - before.getInt("members")).isEqualTo(6);
        assertThat(after.getInt("roots") - before.getInt("roots")).isEqualTo(1);
        assertThat(after.getInt("spilled_over") - before.getInt("spilled_over")).isEqualTo(2);
        assertThat(after.getInt("levels")).isGreaterThanOrEqualTo(3);
        assertThat(after.getInt("largest_downline")).isGreaterThanOrEqualTo(5);
        assertThat(after.getInt("ranks.Bronze") - before.getInt("ranks.Bronze")).isEqualTo(1);
        assertThat(after.getInt("ranks.'No rank'") - before.getInt("ranks.'No rank'"))
                .isEqualTo(5);
    }

    @Test
    void everyMemberIsCountedUnderOneRank() {
        Api.newMember(Api.newRoot());
        var report = network();
        Map<String, Integer> ranks = report.getMap("ranks");
        assertThat(ranks.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(report.getInt("members"));
        assertThat(ranks).containsOnlyKeys("Bronze", "Silver", "Gold", "Diamond", "No rank");
    }

    /// The original service's mistake: data was changed by GET. The gateway's deprecated `GET
    /// /bonus/mark-paid/all` is the one exception.
    @Test
    void readingChangesNothing() {
        var r = Api.newRoot();
        var a = Api.newMember(r);
        Bonuses.distribute(a, "referral");
        Api.post("/mlm/rank/evaluate/" + r, "{}").then().statusCode(200);
        var before = contents();
        for (var path : List.of(
                "/mlm/bonus",
                "/mlm/bonus?status=pending",
                "/mlm/bonus/user/" + r,
                "/mlm/members/" + r + "/rank",
                "/mlm/report/weekly/" + r,
                "/mlm/report/network",
                "/bonus/",
                "/bonus/user/" + r,
                "/reports/weekly/" + r)) {
            Api.get(path).then().statusCode(200);
        }
        for (var path : List.of("/mlm/bonus/mark-paid", "/mlm/rank/evaluate/" + r, "/ranks/evaluate/" + r)) {
            Api.get(path).then().statusCode(greaterThan(399));
        }
        assertThat(contents()).isEqualTo(before);
        Api.get("/bonus/mark-paid/all").then().statusCode(200).body("detail", equalTo("All bonuses have been paid."));
        assertThat(contents()).isNotEqualTo(before);
    }

    private static JsonPath network() {
        return Bonuses.json(Api.get("/mlm/report/network"));
    }

    private String contents() {
        return database.snapshot(connection -> {
            try (var select = connection.prepareStatement("""
                            SELECT md5(string_agg(line, E'\\n' ORDER BY line))
                            FROM (SELECT bonus::text AS line FROM bonus
                                  UNION ALL SELECT bonus_event::text FROM bonus_event
                                  UNION ALL SELECT bonus_once::text FROM bonus_once
                                  UNION ALL SELECT member_rank::text FROM member_rank
                                  UNION ALL SELECT member::text FROM member
                                  UNION ALL SELECT idempotency_key::text FROM idempotency_key
                                  UNION ALL SELECT network::text FROM network) AS lines
                            """);
                    var row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        });
    }
}
