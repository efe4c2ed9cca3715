package io.upline.service.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upline.service.bonus.Bonuses;
import io.upline.service.platform.database.Database;
import io.upline.service.testing.Api;
import io.upline.service.testing.PostgresResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class WeeklyReportTest {
    @Inject
    Database database;

    @Test
    void aWeekWithoutBonusesComesToZero() {
        var reply = Api.get("/mlm/report/weekly/" + Api.newRoot())
                .then()
                .statusCode(200)
                .body("count", equalTo(0))
                .body("currency", equalTo("USD"));
        assertThat(reply.extract().asString()).contains("\"total_bonus\":0.00", "\"bonuses\":[]");
    }

    @Test
    void theTotalCountsWhatIsPaidAndWhatIsPending() {
        var r = Api.newRoot();
        var a = Api.newMember(r);
        String first = Bonuses.distribute(a, "referral").extract().path("bonuses[0].id");
        Bonuses.distribute(Api.newMember(a), "referral");
        given().patch("/mlm/bonus/" + first + "/mark-paid").then().statusCode(200);
        var reply = Api.get("/reports/weekly/" + r)
                .then()
                .statusCode(200)
                .body("user_id", equalTo(r))
                .body("count", equalTo(2))
                .body("bonuses[1].id", equalTo(first));
        assertThat(reply.extract().asString()).contains("\"total_bonus\":15.00");
    }

    @Test
    void theWeekIsSevenTimesTwentyFourHoursLong() {
        var report = Api.get("/mlm/report/weekly/" + Api.newRoot()).then().extract();
        assertThat(Duration.between(Instant.parse(report.path("from")), Instant.parse(report.path("to"))))
                .isEqualTo(Duration.ofDays(7));
    }

    @Test
    void whatIsTakenBackAsAWholeDoesNotCount() {
        var r = Api.newRoot();
        var a = Api.newMember(r);
        Bonuses.distribute(a, "purchase");
        String event = Bonuses.distribute(a, "purchase").extract().path("event_id");
        Api.post("/mlm/events/" + event + "/reverse", "{}").then().statusCode(200);
        Api.get("/mlm/report/weekly/" + r)
                .then()
                .body("count", equalTo(1))
                .body("totals.count", equalTo(List.of(1)))
                .body("bonuses.size()", equalTo(2));
    }

    @Test
    void whatIsOlderThanAWeekIsLeftOut() {
        var r = Api.newRoot();
        var a = Api.newMember(r);
        String justInside = Bonuses.distribute(a, "purchase").extract().path("bonuses[0].id");
        String outside = Bonuses.distribute(a, "purchase").extract().path("bonuses[0].id");
        age(justInside, "6 days 23 hours 59 minutes");
        age(outside, "7 days 1 second");
        Api.get("/mlm/report/weekly/" + r)
                .then()
                .body("count", equalTo(1))
                .body("bonuses.id", equalTo(List.of(justInside)));
    }

    @Test
    void everyPageIsOfTheSameWeekAndTheTotalIsOfAllOfIt() {
        var r = Api.newRoot();
        var a = Api.newMember(r);
        for (int i = 0; i < 5; i++) {
            Bonuses.distribute(a, "purchase");
        }
        var ids = new ArrayList<String>();
        var at = Optional.of("/mlm/report/weekly/" + r + "?limit=2");
        while (at.isPresent()) {
            var reply = given().urlEncodingEnabled(false).get(at.get());
            var report = Bonuses.json(reply);
            assertThat(report.getInt("count")).isEqualTo(5);
            ids.addAll(report.getList("bonuses.id", String.class));
            Bonuses.distribute(a, "purchase");
            at = Bonuses.next(reply);
        }
        assertThat(ids).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void aWrongCursorAndAnUnknownMemberAreRefused() {
        Api.get("/mlm/report/weekly/" + Api.newRoot() + "?cursor=xyz")
                .then()
                .statusCode(400)
                .body("detail", containsString("cursor"));
        Api.get("/mlm/report/weekly/" + UUID.randomUUID()).then().statusCode(404);
    }

    /// As if the bonus had been made that long ago.
    private void age(String bonus, String interval) {
        database.transaction(connection -> {
            try (var update = connection.prepareStatement(
                    "UPDATE bonus SET created_at = created_at - ?::interval WHERE id = ?")) {
                update.setString(1, interval);
                update.setObject(2, UUID.fromString(bonus));
                return update.executeUpdate();
            }
        });
    }
}
