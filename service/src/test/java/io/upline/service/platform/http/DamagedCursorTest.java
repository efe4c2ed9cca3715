package io.upline.service.platform.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upline.service.bonus.Bonuses;
import io.upline.service.testing.Api;
import io.upline.service.testing.PostgresResource;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every list refuses a cursor that lost or changed a letter on its way: nobody reads on at the wrong place
/// unawares.
@QuarkusTest
@WithTestResource(PostgresResource.class)
class DamagedCursorTest {
    private static final Pattern CURSOR = Pattern.compile("(?:cursor=|\"next\":\")([A-Za-z0-9_-]+)");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/mlm/members/{id}/downline",
                "/mlm/members/{id}/upline",
                "/mlm/members/{id}/history",
                "/mlm/bonus/user/{id}",
                "/mlm/bonus",
                "/mlm/report/weekly/{id}",
                "/mlm/audit"
            })
    void aDamagedCursorIsRefused(String path) {
        var list = path.replace("{id}", memberInTheMiddle());
        var cursor = cursorOf(list);
        given().get(list + "?limit=1&cursor=" + cursor).then().statusCode(200);
        for (int at = 0; at < cursor.length(); at++) {
            var other = cursor.charAt(at) == 'M' ? 'N' : 'M';
            refused(list, cursor.substring(0, at) + other + cursor.substring(at + 1));
        }
        refused(list, cursor.substring(1));
        refused(list, cursor.substring(0, cursor.length() - 1));
        refused(list, cursor + "0");
    }

    private static void refused(String list, String cursor) {
        given().get(list + "?limit=1&cursor=" + cursor)
                .then()
                .statusCode(400)
                .body("detail", equalTo("The cursor was not given out for this list; start again without one."));
    }

    /// Somebody of whom every list has a second page.
    private static String memberInTheMiddle() {
        var member = Api.newMember(Api.newMember(Api.newRoot()));
        for (int i = 0; i < 2; i++) {
            Bonuses.distribute(Api.newMember(member), "referral");
        }
        Api.post("/mlm/members/" + member + "/suspend", "{\"reason\": \"suspended by a test\"}")
                .then()
                .statusCode(200);
        return member;
    }

    private static String cursorOf(String list) {
        var reply = Api.get(list + "?limit=1").then().statusCode(200).extract();
        var cursor = CURSOR.matcher(reply.asString() + reply.header("Link"));
        if (!cursor.find()) {
            throw new AssertionError(list + " has no second page: " + reply.asString());
        }
        return cursor.group(1);
    }
}
