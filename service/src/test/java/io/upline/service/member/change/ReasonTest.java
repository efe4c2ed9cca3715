package io.upline.service.member.change;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upline.service.openapi.Documented;
import io.upline.service.testing.Api;
import io.upline.service.testing.PostgresResource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A reason is a text that people can read: it stays for good.
@QuarkusTest
@WithTestResource(PostgresResource.class)
class ReasonTest {
    private static final String RECORD = "/mlm/members/{user_id}";
    private static final List<String> ROUTES = List.of(RECORD + "/move", RECORD + "/suspend", RECORD + "/reinstate");

    private String member = "";

    @BeforeEach
    void aMember() {
        member = Api.newMember(Api.newRoot());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                | reason is missing; write a text of 1 to 500 characters.
            {"reason": null}  | reason is missing; write a text of 1 to 500 characters.
            {"reason": 42}    | reason is 42; write a text of 1 to 500 characters.
            {"reason": true}  | reason is true; write a text of 1 to 500 characters.
            {"reason": {}}    | reason is an object; write a text of 1 to 500 characters.
            {"reason": ["a"]} | reason is an array; write a text of 1 to 500 characters.
            {"reason": ""}    | reason is blank; write a text of 1 to 500 characters.
            {"reason": " \\t"} | reason is blank; write a text of 1 to 500 characters.
            {"reason": "\\u00a0\\u2003"} | reason is blank; write a text of 1 to 500 characters.
            """)
    void whatIsNoReasonIsRefusedWithASentence(String body, String detail) {
        refused("/suspend", body, detail);
    }

    @Test
    void aLongReasonIsRefusedWithItsLength() {
        refused("/suspend", reason("ü".repeat(501)), "reason has 501 characters; write a text of 1 to 500 characters.");
    }

    @ParameterizedTest
    @CsvSource({
        "0000, stored",
        "D800, stored",
        "DC00, stored",
        "0009, shown",
        "000A, shown",
        "001B, shown",
        "007F, shown",
        "0085, shown",
        "00AD, shown",
        "0378, shown",
        "200B, shown",
        "2028, shown",
        "2029, shown",
        "202E, shown",
        "E000, shown",
        "FEFF, shown",
        "FFFF, shown"
    })
    void aCharacterThatNobodySeesIsRefusedAndNamed(String code, String wherefore) {
        for (var route : ROUTES) {
            Documented.post(route, member, body(route, "a\\u" + code + "b"))
                    .statusCode(422)
                    .body("errors.pointer", contains("/reason"))
                    .body(
                            "errors.detail",
                            contains(equalTo("reason has the character U+%s, which can't be %s; leave it out."
                                    .formatted(code, wherefore))));
        }
    }

    @Test
    void aCharacterBeyondSixteenBitsIsNamedWhole() {
        refused(
                "/suspend",
                reason("a\uDB40\uDC41"),
                "reason has the character U+E0041, which can't be shown; leave it out.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Müller & Söhne: „gekündigt“ – 50 %",
                "本人の希望",
                "انتقال",
                "नमस्ते",
                "👍🏽",
                "👩‍💻 می‌رود",
                "a\u00a0b"
            })
    void aReasonInAnyLanguageIsTakenAndStays(String text) {
        Documented.post(RECORD + "/suspend", member, reason(text)).statusCode(200);
        Documented.get(RECORD + "/history", member).body("items[1].reason", equalTo(text));
    }

    private static String reason(String text) {
        return "{\"reason\": \"%s\"}".formatted(text);
    }

    private static String body(String route, String text) {
        var place = route.endsWith("/move") ? "\"parent_id\": \"%s\", ".formatted(UUID.randomUUID()) : "";
        return "{%s\"reason\": \"%s\"}".formatted(place, text);
    }

    private void refused(String route, String body, String detail) {
        Documented.post(RECORD + route, member, body).statusCode(422).body("detail", equalTo(detail));
        Documented.get(RECORD, member).body("suspended", equalTo(false));
    }
}
