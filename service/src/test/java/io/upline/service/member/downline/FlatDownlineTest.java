package io.upline.service.member.downline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upline.service.member.Changing;
import io.upline.service.member.Joining;
import io.upline.service.openapi.Documented;
import io.upline.service.platform.http.Cursor;
import io.upline.service.testing.Api;
import io.upline.service.testing.PostgresResource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The downline as a list: pages and streams of the same members in the same order.
@QuarkusTest
@WithTestResource(PostgresResource.class)
class FlatDownlineTest {
    private static final String LIST = "/mlm/members/{user_id}/downline";
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(ints = {2, 7, 30, 31, 1000})
    void pagesOfEverySizeGiveTheSameList(int limit) {
        var ids = Joining.below(30);
        assertThat(read(ids.getFirst(), limit, () -> {})).isEqualTo(ids.subList(1, 31));
    }

    @Test
    void aListIsReadToItsEndWhileMembersJoin() {
        var ids = Joining.below(20);
        var read = read(ids.getFirst(), 3, () -> {
            if (ids.size() < 40) {
                ids.add(Api.newMember(ids.get(ids.size() / 2)));
            }
        });
        assertThat(read).doesNotHaveDuplicates().containsAll(ids.subList(1, 21)).isSubsetOf(ids);
    }

    /// Whatever happens between two readings, a first page has what the stream has, and says as of when.
    @Test
    void aFirstPageThatIsKeptIsNeverAnOldOne() throws IOException {
        var root = Api.newRoot();
        var member = Api.newMember(root);
        var elsewhere = Api.newRoot();
        requireFresh(root);
        var happenings = List.<Runnable>of(
                () -> Api.newMember(elsewhere),
                () -> Api.newMember(root),
                () -> Api.newMember(member),
                () -> Changing.suspend(member).statusCode(200),
                () -> Changing.moveBelow(member, elsewhere).statusCode(200),
                () -> Api.newMember(elsewhere),
                () -> Changing.reinstate(member).statusCode(200));
        for (var happening : happenings) {
            happening.run();
            requireFresh(root);
            requireFresh(elsewhere);
        }
    }

    private static void requireFresh(String root) throws IOException {
        for (int i = 0; i < 2; i++) {
            var page = Documented.get(LIST, root, "limit=100").extract();
            var lines = new ArrayList<JsonNode>();
            for (var line : stream(root, "application/x-ndjson", "").lines().toList()) {
                lines.add(JSON.readTree(line));
            }
            var body = JSON.readTree(page.asString());
            assertThat(body.get("items")).containsExactlyElementsOf(lines);
            assertThat(body.get("as_of_seq").asText()).isEqualTo(page.header("Upline-Seq"));
            assertThat(body.get("as_of_seq").asLong()).isEqualTo(newest(root));
        }
    }

    private static long newest(String member) {
        return Documented.get("/mlm/members/{user_id}", member)
                .extract()
                .jsonPath()
                .getLong("as_of_seq");
    }

    @Test
    void theStreamOfLinesHasWhatThePagesHave() throws IOException {
        var root = Joining.below(25).getFirst();
        var lines = stream(root, "application/x-ndjson", "").lines().toList();
        var read = new ArrayList<JsonNode>();
        for (var line : lines) {
            read.add(JSON.readTree(line));
        }
        assertThat(read).isEqualTo(items(root, "limit=1000"));
    }

    @Test
    void theStreamOfRowsHasWhatThePagesHave() throws IOException {
        var root = Joining.below(25).getFirst();
        var rows = stream(root, "text/csv", "").lines().toList();
        assertThat(rows.getFirst())
                .isEqualTo(
                        "user_id,parent_id,sponsor_id,position,level,created_at,downline_count,updated_at,suspended");
        var names = rows.getFirst().split(",", -1);
        var expected = items(root, "limit=1000").stream()
                .map(item -> List.of(names).stream()
                        .map(name -> item.get(name).asText(""))
                        .toList())
                .toList();
        assertThat(rows.stream().skip(1).map(row -> List.of(row.split(",", -1))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"application/x-ndjson, 0", "text/csv, 1"})
    void aStreamBeginsWhereACursorSays(String form, int headLines) throws IOException {
        var root = Joining.below(25).getFirst();
        String cursor = Documented.get(LIST, root, "limit=10").extract().path("next");
        assertThat(stream(root, form, "?cursor=" + cursor).lines().skip(headLines))
                .hasSize(15);
    }

    @Test
    void aLongStreamIsWhole() {
        var ids = Joining.chain(2_502);
        assertThat(stream(ids.getFirst(), "application/x-ndjson", "").lines()).hasSize(2_501);
    }

    @Test
    void jsonIsTheFormForWhoeverDoesNotAskForAnother() {
        var root = Api.newRoot();
        for (var accept : List.of("*/*", "application/json", "application/*", "text/html, */*;q=0.8")) {
            given().accept(accept)
                    .get("/mlm/members/" + root + "/downline")
                    .then()
                    .statusCode(200)
                    .contentType("application/json");
        }
        Api.get("/mlm/members/" + root + "/downline").then().contentType("application/json");
    }

    @Test
    void aCursorIsGoodForItsOwnListOnly() {
        var ids = Joining.below(5);
        String cursor =
                Documented.get(LIST, ids.getFirst(), "limit=1").extract().path("next");
        Documented.get(LIST, ids.get(1), "cursor=" + cursor).statusCode(400);
        Documented.get(LIST, ids.getFirst(), "cursor=" + cursor.substring(2)).statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "00000000-0000-0000-0000-000000000000", ""})
    void aCursorThatSomebodyMadeUpIsRefused(String last) {
        var root = Api.newRoot();
        Documented.get(LIST, root, "cursor=" + madeUp(root, last)).statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " 1", " 0 0", " -1 0", " x 0", " 1 x", " 99999999999 0", " 1 0 0", "  "})
    void aCursorThatCannotHaveBeenGivenOutIsRefused(String rest) {
        var ids = Joining.below(3);
        Documented.get(LIST, ids.getFirst(), "cursor=" + madeUp(ids.getFirst(), ids.getLast() + rest))
                .statusCode(400);
    }

    /// Somebody who isn't there may have been moved since: the list goes on with the depth where they stood. It
    /// says the same of somebody who is no member: who is one is not for everybody to know.
    @Test
    void aCursorThatNamesAMemberFromElsewhereIsHarmless() {
        var ids = Joining.below(5);
        var top = ids.getFirst();
        for (var last : List.of(Api.newRoot(), top, UUID.randomUUID().toString())) {
            Documented.get(LIST, top, "cursor=" + madeUp(top, last + " 1 0"))
                    .statusCode(200)
                    .body("items.user_id", equalTo(ids.subList(1, 6)));
            Documented.get(LIST, top, "cursor=" + madeUp(top, last + " " + Integer.MAX_VALUE + " 17"))
                    .statusCode(200)
                    .body("items", equalTo(List.of()));
        }
    }

    private static String madeUp(String root, String last) {
        return Cursor.after("downline:" + root, last);
    }

    private static String stream(String root, String form, String query) {
        return given().accept(form)
                .get("/mlm/members/" + root + "/downline" + query)
                .then()
                .statusCode(200)
                .contentType(form)
                .extract()
                .asString();
    }

    private static List<JsonNode> items(String root, String query) throws IOException {
        var items = new ArrayList<JsonNode>();
        JSON.readTree(Documented.get(LIST, root, query).extract().asString())
                .get("items")
                .forEach(items::add);
        return items;
    }

    private static List<String> read(String root, int limit, Runnable betweenPages) {
        var read = new ArrayList<String>();
        for (String cursor = ""; cursor != null; betweenPages.run()) {
            var page = Documented.get(LIST, root, "limit=" + limit + "&cursor=" + cursor);
            read.addAll(page.extract().<List<String>>path("items.user_id"));
            cursor = page.extract().path("next");
        }
        return read;
    }
}
