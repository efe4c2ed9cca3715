package io.upline.service.member.change;

import static io.upline.service.member.Changing.giveSponsor;
import static io.upline.service.member.Changing.move;
import static io.upline.service.member.Changing.moveBelow;
import static io.upline.service.member.Changing.moveTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upline.service.member.Joining;
import io.upline.service.openapi.Documented;
import io.upline.service.testing.Api;
import io.upline.service.testing.Checks;
import io.upline.service.testing.PostgresResource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Another place or another sponsor, at a width of 3.
@QuarkusTest
@WithTestResource(PostgresResource.class)
class MoveTest {
    private static final String RECORD = "/mlm/members/{user_id}";
    private static final String MOVE = "/mlm/members/{user_id}/move";
    private static final String UPLINE = "/mlm/members/{user_id}/upline";
    private static final String COUNT = "/mlm/downline/{user_id}/count";
    private static final String CONFLICT = "/problems/conflict";
    private static final String TAKEN = "/problems/place-taken";

    private List<String> network = List.of();
    private String root = "";
    private String full = "";
    private String last = "";

    /// The root's first child has three children, its second one has the last.
    @BeforeEach
    void aNetwork() {
        network = Joining.below(7);
        root = network.getFirst();
        full = network.get(1);
        last = network.get(7);
    }

    @AfterEach
    void theServiceFindsItselfRight() {
        Checks.assertClean();
    }

    @Test
    void aMemberMovesWithEverybodyBelowAndKeepsTheSponsor() {
        moveBelow(full, last)
                .statusCode(200)
                .body("parent_id", equalTo(last))
                .body("position", equalTo(1))
                .body("level", equalTo(4))
                .body("sponsor_id", equalTo(root))
                .body("downline_count", equalTo(3))
                .body("frontline_count", equalTo(3))
                .body("updated_at", notNullValue());
        Documented.get(COUNT, root).body(equalTo("7"));
        Documented.get(COUNT, network.get(2)).body(equalTo("5"));
        Documented.get(RECORD, network.get(4)).body("level", equalTo(5)).body("updated_at", nullValue());
        Documented.get("/mlm/members/{user_id}/legs", root).body("items.position", contains(2, 3));
        Api.newMember(root);
        Documented.get("/mlm/members/{user_id}/legs", root).body("items.position", contains(1, 2, 3));
    }

    @Test
    void theReplyIsTheRecordAsOfTheChange() {
        var changed = move(last, "\"parent_id\": \"%s\", \"sponsor_id\": \"%s\"".formatted(network.get(3), full))
                .statusCode(200)
                .extract()
                .asString();
        Documented.get(RECORD, last).body(equalTo(changed));
    }

    /// Whoever stood above all the time is given, however the line changed between two pages.
    @Test
    void anUplineIsReadToItsEndThoughTheMemberMoves() {
        var chain = Joining.chain(7);
        var member = chain.getLast();
        var cursor = endOfFirstPage(member);
        moveTo(member, chain.get(3), 2).statusCode(200);
        Documented.get(UPLINE, member, "cursor=" + cursor)
                .statusCode(200)
                .body("items.user_id", equalTo(chain.subList(0, 4).reversed()));
    }

    @Test
    void aLineThatIsTheSameIsReadOnWhoeverElseMoves() {
        var chain = Joining.chain(7);
        var cursor = endOfFirstPage(chain.getLast());
        moveTo(chain.get(2), chain.getFirst(), 3).statusCode(200);
        Documented.get(UPLINE, chain.getLast(), "cursor=" + cursor)
                .body("items.user_id", contains(chain.get(3), chain.get(2), chain.get(0)));
    }

    private static String endOfFirstPage(String member) {
        return Documented.get(UPLINE, member, "limit=2").extract().path("next");
    }

    @Test
    void aPlaceMayBeNamed() {
        moveTo(last, network.get(3), 2)
                .statusCode(200)
                .body("parent_id", equalTo(network.get(3)))
                .body("position", equalTo(2));
        moveTo(last, network.get(3), 3).statusCode(200).body("position", equalTo(3));
    }

    @Test
    void withinAFullFrontlineThereIsNothingToMoveButOutOfItAndBack() {
        moveTo(network.get(4), full, 2).statusCode(409).body("type", equalTo(TAKEN));
        moveBelow(network.get(4), network.get(3)).statusCode(200);
        moveTo(network.get(5), full, 1).statusCode(200).body("position", equalTo(1));
        moveBelow(network.get(4), full).statusCode(200).body("position", equalTo(2));
    }

    @Test
    void aRootMayComeUnderSomebodyAndGetASponsor() {
        var other = Api.newRoot();
        move(other, "\"parent_id\": \"%s\", \"sponsor_id\": \"%s\"".formatted(last, full))
                .statusCode(200)
                .body("parent_id", equalTo(last))
                .body("sponsor_id", equalTo(full))
                .body("level", equalTo(4));
        Documented.get(COUNT, root).body(equalTo("8"));
    }

    @Test
    void aRootThatGetsASponsorStaysARoot() {
        var other = Api.newRoot();
        giveSponsor(other, last)
                .statusCode(200)
                .body("sponsor_id", equalTo(last))
                .body("parent_id", nullValue())
                .body("position", nullValue())
                .body("level", equalTo(1));
        Documented.get(RECORD, last).body("sponsored_count", equalTo(1));
        Documented.get(UPLINE, other).body("items", empty());
        Documented.get(UPLINE, other, "line=sponsor").body("items.user_id", contains(last, root));
        Documented.get(COUNT, root).body(equalTo("7"));
    }

    @Test
    void aRootThatGetsAParentHasNoSponsorUntilGivenOne() {
        var other = Api.newRoot();
        moveBelow(other, last).statusCode(200).body("parent_id", equalTo(last)).body("sponsor_id", nullValue());
        Documented.get(UPLINE, other, "line=sponsor").body("items", empty());
        Documented.get(COUNT, root).body(equalTo("8"));
    }

    @Test
    void aNewSponsorCountsTheRecruitAndThePlaceStays() {
        giveSponsor(last, full)
                .statusCode(200)
                .body("sponsor_id", equalTo(full))
                .body("parent_id", equalTo(network.get(2)));
        Documented.get(RECORD, full).body("sponsored_count", equalTo(1));
        Documented.get(RECORD, root).body("sponsored_count", equalTo(6));
        Documented.get("/mlm/members/{user_id}/upline", last, "line=sponsor")
                .body("items.user_id", contains(full, root));
    }

    @Test
    void whatContradictsTheTreeIsRefused() {
        moveBelow(last, full).statusCode(409).body("type", equalTo(TAKEN));
        moveTo(last, root, 1).statusCode(409).body("type", equalTo(TAKEN));
        moveBelow(full, network.get(4))
                .statusCode(409)
                .body("type", equalTo(CONFLICT))
                .body("detail", containsString("nobody can stand below themselves"));
        moveBelow(root, last).statusCode(409).body("type", equalTo(CONFLICT));
        giveSponsor(root, last).statusCode(409).body("type", equalTo(CONFLICT));
    }

    @Test
    void whatWouldChangeNothingIsRefused() {
        moveBelow(last, network.get(2)).statusCode(409).body("type", equalTo(CONFLICT));
        moveTo(last, network.get(2), 1).statusCode(409).body("detail", containsString("nothing would change"));
        giveSponsor(last, root).statusCode(409).body("type", equalTo(CONFLICT));
        Documented.get(RECORD, last).body("updated_at", nullValue());
    }

    @Test
    void whatStaysIsNotInTheHistory() {
        move(last, "\"parent_id\": \"%s\", \"sponsor_id\": \"%s\"".formatted(network.get(3), root))
                .statusCode(200);
        Documented.get("/mlm/members/{user_id}/history", last)
                .body("items.kind", contains("born", "moved"))
                .body("items[1].parent_id", equalTo(network.get(3)))
                .body("items[1].previous_parent_id", equalTo(network.get(2)))
                .body("items[1].previous_position", equalTo(1))
                .body("items[1].sponsor_id", nullValue());
    }

    @Test
    void whoIsNoMemberIsNotFound() {
        var nobody = UUID.randomUUID().toString();
        moveBelow(nobody, root).statusCode(404).body("type", equalTo("/problems/unknown-member"));
        moveBelow(last, nobody)
                .statusCode(404)
                .body("detail", equalTo("Parent %s is not in the MLM tree.".formatted(nobody)));
        giveSponsor(last, nobody).statusCode(404).body("type", equalTo("/problems/unknown-sponsor"));
    }

    @Test
    void nobodyIsTheirOwnParentOrSponsor() {
        moveBelow(last, last).statusCode(422).body("errors.pointer", hasItem("/parent_id"));
        giveSponsor(last, last).statusCode(422).body("errors.pointer", hasItem("/sponsor_id"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'reason': 'why'}                                   | /parent_id
            {'parent_id': null, 'sponsor_id': '', 'reason': 'y'} | /parent_id
            {'sponsor_id': 'ID', 'position': 1, 'reason': 'y'}  | /position
            {'parent_id': 'ID', 'position': 0, 'reason': 'y'}   | /position
            {'parent_id': 'ID', 'position': 4, 'reason': 'y'}   | /position
            {'parent_id': 'ID', 'position': 101, 'reason': 'y'} | /position
            {'parent_id': 'ID', 'position': 1.5, 'reason': 'y'} | /position
            {'parent_id': 'ID', 'position': '1', 'reason': 'y'} | /position
            {'parent_id': 'x', 'reason': 'why'}                 | /parent_id
            {'sponsor_id': 7, 'reason': 'why'}                  | /sponsor_id
            {'parent_id': 'ID'}                                 | /reason
            {'parent_id': 'ID', 'reason': ' '}                  | /reason
            {'parent_id': 'ID', 'reason': 7}                    | /reason
            {'parent': 'ID', 'reason': 'why'}                   | /parent
            """)
    void aMistakeIsToldWithItsField(String body, String pointer) {
        Documented.post(MOVE, last, body.replace('\'', '"').replace("ID", network.get(3)))
                .statusCode(422)
                .body("errors.pointer", hasItem(pointer));
        Documented.get(RECORD, last).body("updated_at", nullValue());
    }

    @ParameterizedTest
    @CsvSource({"500, 200", "501, 422"})
    void aReasonHas500CharactersAtMost(int chars, int status) {
        var body = "{\"parent_id\": \"%s\", \"reason\": \"%s\"}".formatted(network.get(3), "ü".repeat(chars));
        Documented.post(MOVE, last, body).statusCode(status);
    }
}
