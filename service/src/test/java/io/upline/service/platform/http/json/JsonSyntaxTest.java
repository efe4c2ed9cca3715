package io.upline.service.platform.http.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.upline.service.platform.http.Bad;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is wrong with a body that is no JSON is said in plain words, and where.
class JsonSyntaxTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {x                       | line 1, column 2: a field's name in double quotes is expected here.
            {"a": 1,}                | line 1, column 9: a field's name in double quotes is expected here.
            {"a" 1}                  | line 1, column 6: a colon is expected here.
            {"a": 1 "b": 2}          | line 1, column 9: a comma is expected here.
            [1 2]                    | line 1, column 4: a comma is expected here.
            {"a": nope}              | line 1, column 7: a value is expected here.
            {"a": 'x'}               | line 1, column 7: a value is expected here.
            {"a": ,}                 | line 1, column 7: a value is expected here.
            {"a": NaN}               | line 1, column 10: a value is expected here.
            {"a": 1, "a": 2}         | line 1, column 13: the field "a" is given twice.
            {"a": {"b": 1, "b": 2}}  | line 1, column 19: the field "b" is given twice.
            {"a":                    | line 1, column 6: the body ends too early.
            {"a": "b                 | line 1, column 9: the body ends too early.
            {"a": 1} {}              | line 1, column 10: one JSON object is expected, and nothing else.
            {"a": 1} x               | line 1, column 10: one JSON object is expected, and nothing else.
            {"a": 1}}                | line 1, column 9: one JSON object is expected, and nothing else.
            user_id=42               | line 1, column 1: one JSON object is expected, and nothing else.
            {"a": 01}                | line 1, column 8: this is not JSON.
            {"a": 1.}                | line 1, column 9: this is not JSON.
            {"a": "\\q"}             | line 1, column 9: this is not JSON.
            {"a": 1]                 | line 1, column 8: this is not JSON.
            """)
    void aBodyThatIsNotJsonIsRefusedWithThePlace(String body, String end) {
        refused(body, "The body is not JSON that can be read: " + end);
    }

    @Test
    void theLineIsCountedFromOne() {
        refused(
                "{\n  \"a\": 1,\n  b}",
                "The body is not JSON that can be read: line 3, column 3: a field's name in double quotes is expected here.");
    }

    @Test
    void whatIsTooMuchIsToldWithTheLimit() {
        refused("[".repeat(33), "The body is nested too deeply; at most 32 levels are read.");
        refused("9".repeat(61), "The body has a number that is too long; at most 60 characters of one are read.");
        refused("{\"" + "a".repeat(50_001) + "\": 1}", "The body has a field's name that is too long.");
    }

    @Test
    void atTheLimitsItIsRead() {
        assertThat(parse("[".repeat(32) + "]".repeat(32)).isArray()).isTrue();
        assertThat(parse("9".repeat(60)).isNumber()).isTrue();
    }

    @Test
    void aLongNameThatIsGivenTwiceIsShortened() {
        var name = "a".repeat(1_000);
        refused(
                "{\"%s\": 1, \"%s\": 2}".formatted(name, name),
                "The body is not JSON that can be read: line 1, column 2011: the field \"%s…\" is given twice."
                        .formatted("a".repeat(80)));
    }

    /// Every sentence about any broken body is ours, whatever the library says.
    @Test
    void noWordOfTheLibraryIsShown() {
        for (var body : Bad.bodies().values()) {
            try {
                JsonSyntax.parse(body);
            } catch (Problem problem) {
                assertThat(problem.detail())
                        .matches("The body [\\p{L}\\p{N} _:;,'\"…=.-]+\\.")
                        .doesNotContain("token", "Token", "JsonRead", "Stream", "Source", "(", "code");
            }
        }
    }

    private static JsonNode parse(String body) {
        return JsonSyntax.parse(body.getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(String body, String detail) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> parse(body))
                .withMessage(detail)
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(ProblemType.INVALID_REQUEST));
    }
}
