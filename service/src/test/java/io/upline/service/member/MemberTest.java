package io.upline.service.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upline.service.openapi.Documented;
import io.upline.service.platform.http.Cursor;
import io.upline.service.testing.Api;
import io.upline.service.testing.PostgresResource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A member's record, and the lines through it.
@QuarkusTest
@WithTestResource(PostgresResource.class)
class MemberTest {
    private static final String RECORD = "/mlm/members/{user_id}";
    private static final String UPLINE = "/mlm/members/{user_id}/upline";
    private static final String LEGS = "/mlm/members/{user_id}/legs";
    private static final String COUNT = "/mlm/downline/{user_id}/count";

    @Test
    void aRecordSaysWhereAMemberStandsAndWhoIsBelow() {
        var ids = Joining.below(5);
        Documented.get(RECORD, ids.getFirst())
                .statusCode(200)
                .body("parent_id", nullValue())
                .body("level", equalTo(1))
                .body("downline_count", equalTo(5))
                .body("frontline_count", equalTo(3))
                .body("sponsored_count", equalTo(5));
        Documented.get(RECORD, ids.get(4))
                .body("parent_id", equalTo(ids.get(1)))
                .body("sponsor_id", equalTo(ids.getFirst()))
                .body("position", equalTo(1))
                .body("level", equalTo(3))
                .body("sponsored_count", equalTo(0));
    }

    @Test
    void anIdIsReadInCapitalLettersToo() {
        var root = Api.newRoot();
        Documented.get(RECORD, root.toUpperCase(java.util.Locale.ROOT)).body("user_id", equalTo(root));
    }

    @Test
    void theCountIsOfEveryLevel() {
        var ids = Joining.below(7);
        Documented.get(COUNT, ids.getFirst()).body(equalTo("7"));
        Documented.get(COUNT, ids.get(1)).body(equalTo("3"));
        Documented.get(COUNT, ids.getLast()).body(equalTo("0"));
    }

    @Test
    void theUplineIsNearestFirstAlongEitherLine() {
        var ids = Joining.below(13);
        Documented.get(UPLINE, ids.get(13)).body("items.user_id", contains(ids.get(4), ids.get(1), ids.getFirst()));
        Documented.get(UPLINE, ids.get(13), "line=sponsor").body("items.user_id", contains(ids.getFirst()));
        Documented.get(UPLINE, ids.getFirst()).body("items", empty()).body("next", nullValue());
    }

    @ParameterizedTest
    @CsvSource({"placement, 1", "placement, 3", "sponsor, 2", "sponsor, 19", "sponsor, 20"})
    void aLongUplineIsReadPageByPage(String line, int limit) {
        var ids = Joining.chain(20);
        var read = new ArrayList<String>();
        var query = "line=" + line + "&limit=" + limit;
        for (String cursor = ""; cursor != null; ) {
            var page = Documented.get(UPLINE, ids.getLast(), query + "&cursor=" + cursor);
            List<String> items = page.extract().path("items.user_id");
            assertThat(items).hasSizeLessThanOrEqualTo(limit);
            read.addAll(items);
            cursor = page.extract().path("next");
        }
        assertThat(read).isEqualTo(ids.subList(0, 19).reversed());
    }

    @Test
    void aCursorIsGoodForItsOwnListOnly() {
        var ids = Joining.chain(4);
        String cursor =
                Documented.get(UPLINE, ids.getLast(), "limit=1").extract().path("next");
        Documented.get(UPLINE, ids.get(2), "cursor=" + cursor).statusCode(400);
        Documented.get(UPLINE, ids.getLast(), "line=sponsor&cursor=" + cursor).statusCode(400);
        Documented.get(UPLINE, ids.getLast(), "cursor=x" + cursor).statusCode(400);
    }

    /// A cursor that was made up is answered where it could have been given out.
    @ParameterizedTest
    @CsvSource({
        "%s 1 0, 200",
        "%s 0 0, 200",
        "%s -1 0, 200",
        "%s 2147483647 0, 200",
        "%s, 400",
        "%s x 0, 400",
        "x 1 0, 400"
    })
    void aCursorThatWasMadeUpHarmsNobody(String last, int status) {
        var ids = Joining.chain(4);
        var cursor = Cursor.after("upline:PLACEMENT:" + ids.getLast(), last.formatted(ids.getFirst()));
        Documented.get(UPLINE, ids.getLast(), "cursor=" + cursor).statusCode(status);
    }

    @Test
    void legsGoFromLeftToRight() {
        var ids = Joining.below(4);
        Documented.get(LEGS, ids.getFirst())
                .body("items.user_id", equalTo(ids.subList(1, 4)))
                .body("items.position", contains(1, 2, 3))
                .body("items.leg_size", contains(2, 1, 1))
                .body("next", nullValue());
        Documented.get(LEGS, ids.getLast()).body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {RECORD, UPLINE, LEGS, COUNT, "/mlm/downline/{user_id}", "/mlm/members/{user_id}/downline"})
    void whoIsNoMemberIsNotFound(String path) {
        var nobody = UUID.randomUUID().toString();
        Documented.get(path, nobody)
                .statusCode(404)
                .body("detail", equalTo("User " + nobody + " is not in the MLM tree."));
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0",
        "limit=1001",
        "limit=-1",
        "limit=x",
        "limit=1.5",
        "limit=99999999999",
        "line=up",
        "cursor=%00",
        "cursor=ä"
    })
    void aBadParameterIsRefused(String query) {
        Documented.get(UPLINE, Api.newRoot(), query).statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=1", "limit=1000", "limit=", "cursor=", "line=placement"})
    void aParameterAtItsLimitIsTaken(String query) {
        Documented.get(UPLINE, Api.newRoot(), query).statusCode(200);
    }
}
