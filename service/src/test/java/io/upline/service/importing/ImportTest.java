package io.upline.service.importing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.upline.service.testing.Api;
import io.upline.service.testing.PostgresResource;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class ImportTest {
    private final String root = UUID.randomUUID().toString();
    private final String member = UUID.randomUUID().toString();
    private final String network = """
            user_id,sponsor_id,joined_at
            %s,,2021-03-01T08:24:37.057Z
            %s,%s,2021-03-01T09:49:20+01:00
            """.formatted(root, member, root);

    private static ValidatableResponse send(String query, String csv) {
        return given().contentType("text/csv")
                .body(csv)
                .post("/mlm/members/import" + query)
                .then();
    }

    @Test
    void importedMembersKeepTheTimeTheyJoined() {
        send("", network).statusCode(200).body("registered", equalTo(2)).body("rejected_count", equalTo(0));
        Api.get("/mlm/members/" + root).then().body("created_at", equalTo("2021-03-01T08:24:37.057Z"));
        Api.get("/mlm/members/" + member)
                .then()
                .body("created_at", equalTo("2021-03-01T08:49:20Z"))
                .body("sponsor_id", equalTo(root));
    }

    @Test
    void repeatingAnImportAddsNobodyTwice() {
        send("", network).body("registered", equalTo(2));
        send("", network).body("registered", equalTo(0)).body("present", equalTo(2));
    }

    @Test
    void aCheckWritesNothing() {
        send("?dry_run=true", network).body("registered", equalTo(2));
        Api.get("/mlm/members/" + root).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            %s,,-5000-01-01T00:00:00Z                 | lies before 1900
            %s,,1899-12-31T23:59:59.999999Z           | lies before 1900
            %s,,2999-01-01T00:00:00Z                  | lies in the future
            %s,,+999999999-01-01T00:00:00Z            | is not a time
            %s,,yesterday                             | is not a time
            %s,,                                      | is not a time
            %s,nobody,2021-01-01T00:00:00Z            | is not a UUID
            %s,2021-01-01T00:00:00Z                   | has 2 columns
            +0000001-0000-0000-0000-000000000001,,2021-01-01T00:00:00Z | is not a UUID
            """)
    void aRowThatCannotBeTakenIsListedAndTheRestGoesIn(String row, String reason) {
        send("?first_line=100", network + row.formatted(UUID.randomUUID()) + "\n")
                .statusCode(200)
                .body("registered", equalTo(2))
                .body("rejected_count", equalTo(1))
                .body("rejected[0].line", equalTo(102))
                .body("rejected[0].reason", containsString(reason));
    }

    @Test
    void theEarliestTimeThatIsTakenComesBackToTheMicrosecond() {
        send("", "user_id,sponsor_id,joined_at\n" + root + ",,1900-01-01T00:00:00.000001Z\n")
                .body("registered", equalTo(1));
        Api.get("/mlm/members/" + root).then().body("created_at", equalTo("1900-01-01T00:00:00.000001Z"));
    }

    @Test
    void aRowThatIsTooLongIsListedWithoutBeingHeld() {
        var reply = send("", network + "x".repeat(BoundedLines.LINE_BYTES + 1) + "\n");
        reply.body("registered", equalTo(2)).body("rejected[0].reason", containsString("longer than"));
    }

    @Test
    void anotherHeaderIsRefused() {
        send("", "id,parent\n").statusCode(422).body("detail", containsString(MemberCsv.HEADER));
    }

    @Test
    void aKeyGivesTheFirstAnswerAgainAndBelongsToOneFile() {
        var key = UUID.randomUUID().toString();
        keyed(key, network).statusCode(200).body("registered", equalTo(2));
        keyed(key, network).statusCode(200).body("registered", equalTo(2)).header("Idempotency-Replayed", "true");
        keyed(key, network + UUID.randomUUID() + ",,2021-01-01T00:00:00Z\n").statusCode(422);
    }

    private static ValidatableResponse keyed(String key, String csv) {
        return given().contentType("text/csv")
                .header("Idempotency-Key", key)
                .body(csv)
                .post("/mlm/members/import")
                .then();
    }
}
