package io.upline.service.plan.file;

import static io.upline.service.plan.file.BadPlanTest.mistakes;
import static org.assertj.core.api.Assertions.assertThat;

import io.upline.service.plan.yaml.YamlTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadYamlTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "width: 3|ranks: [1 => line 2: this isn't YAML: expected ',' or ']', but got <stream end>",
                "width: 3|ranks: a: b => line 2: this isn't YAML: mapping values are not allowed here",
                "a: &x 1||b: *x => line 3: *x points elsewhere; write the value out",
                "width: 3|a: !!float 3 => line 2: the tag \"tag:yaml.org,2002:float\" is not for plans; leave it out",
                "width: 3|a: !!java.net.URL [x]"
                        + " => line 2: the tag \"tag:yaml.org,2002:java.net.URL\" is not for plans; leave it out",
                "width: 3|---|width: 4 => line 2: a second document starts here; write one plan in a file",
                "width: 3|a: x\u0007y => line 2: the file has a character that YAML doesn't allow; remove it",
                "just words"
                        + " => line 1: plan: there must be names with values here, "
                        + "each on its own line, such as width: 3",
                "[1, 2] => line 1: plan: there must be names with values here, each on its own line, such as width: 3",
            })
    void whatIsNoPlainYamlIsReportedWithItsLine(String text, String mistake) {
        assertThat(mistakes(SamplePlan.lines(text))).containsExactly(mistake);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# only a comment", "---\n..."})
    void aFileWithoutContentSaysNothing(String text) {
        assertThat(mistakes(text)).hasSize(1).first().asString().startsWith("line 1: ");
    }

    @Test
    void aTabInFrontOfANameIsExplained() {
        assertThat(mistakes("width: 3\n\tranks: []"))
                .hasSize(1)
                .first()
                .asString()
                .contains("line 2", "TAB");
    }

    @Test
    void aFileMayReachTheLongestLengthAndNoMore() {
        String comment = "#" + "x".repeat(YamlTree.MAX_CHARS - SamplePlan.TEXT.length() - 1);
        assertThat(mistakes(SamplePlan.TEXT + comment)).isEmpty();
        assertThat(mistakes(SamplePlan.TEXT + comment + "x"))
                .containsExactly("line 1: the file is too long; a plan has at most 262144 characters");
    }

    @Test
    void listsMayStandInEachOtherToALimit() {
        assertThat(mistakes(nested(YamlTree.MAX_DEPTH)).getFirst()).contains("there must be names with values");
        assertThat(mistakes(nested(YamlTree.MAX_DEPTH + 1)))
                .containsExactly("line 2: more than 20 lists stand in each other here; a plan needs fewer");
        assertThat(mistakes(nested(100_000))).hasSize(1);
    }

    private static String nested(int depth) {
        return "# deep\n" + "[".repeat(depth) + "]".repeat(depth);
    }
}
