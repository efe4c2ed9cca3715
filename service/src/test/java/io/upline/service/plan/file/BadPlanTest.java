package io.upline.service.plan.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.upline.service.plan.yaml.Mistake;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BadPlanTest {

    @ParameterizedTest
    @MethodSource("io.upline.service.plan.file.BadPlan#all")
    void everyMistakeIsReportedWithItsLineAndASentence(BadPlan bad) {
        assertThat(mistakes(bad.text())).isEqualTo(bad.mistakes());
    }

    @Test
    void mistakesAllOverTheFileAreReportedTogether() {
        String text = SamplePlan.TEXT
                .replace("USD", "usd")
                .replace("width: 3", "width: 0")
                .replace("5.00", "-5")
                .replace("2.5", "200")
                .replace("downline: 10", "downline: 1");
        assertThat(mistakes(text))
                .containsExactly(
                        "line 1: currency: \"usd\" is not a currency; did you mean \"USD\"?",
                        "line 2: width: 0 can't be the width; write a whole number from 1 to 100",
                        "line 8: amounts, level 2: -5.0000 is negative; write 0 or more",
                        "line 14: percents, level 2: 200 is not a percentage; write a number from 0 to 100",
                        "line 18: ranks, rank 2: \"Silver\" comes after \"Bronze\", which asks for downline 3; "
                                + "ask for at least that, or put the lower rank first");
    }

    static List<String> mistakes(String text) {
        return switch (PlanFile.read(text)) {
            case Reading.Valid valid -> List.of();
            case Reading.Invalid(List<Mistake> mistakes) ->
                mistakes.stream().map(Mistake::toString).toList();
        };
    }
}
