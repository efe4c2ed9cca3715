package io.upline.service.plan.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.upline.engine.money.Money;
import io.upline.engine.plan.Ladder;
import io.upline.engine.plan.Once;
import io.upline.engine.plan.Plan;
import io.upline.engine.plan.Rank;
import io.upline.service.plan.yaml.Mistake;
import io.upline.service.plan.yaml.YamlTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanFileTest {

    @Test
    void theBuiltInPlanPaysTenFiveTwoOneAndKnowsFourRanks() {
        Plan plan = plan(PlanFile.builtIn());
        assertThat(plan.currency()).hasToString("USD");
        assertThat(plan.width()).isEqualTo(3);
        assertThat(PlanFile.write(plan)).isEqualTo("""
                currency: USD
                width: 3
                triggers:
                  "referral":
                    once: per_source
                    rules:
                      - name: "referral"
                        line: placement
                        amounts: [10.00, 5.00, 2.00, 1.00]
                  "purchase":
                    once: per_reference
                    rules:
                      - name: "purchase"
                        line: placement
                        amounts: [10.00, 5.00, 2.00, 1.00]
                ranks:
                  - name: "Bronze"
                    downline: 3
                  - name: "Silver"
                    downline: 10
                  - name: "Gold"
                    downline: 25
                  - name: "Diamond"
                    downline: 50
                """);
    }

    @Test
    void theBuiltInPlanNamesItsSchemaInTheFirstLine() {
        assertThat(PlanFile.builtIn().lines().findFirst()).hasValue("# yaml-language-server: $schema=plan.schema.json");
    }

    @Test
    void aReferralIsOncePerSourceWithoutSayingSo() {
        assertThat(SamplePlan.plan().trigger("referral").orElseThrow().once()).isEqualTo(Once.PER_SOURCE);
    }

    @Test
    void aRuleIsNotCompressedUnlessItSaysSo() {
        Plan silent = SamplePlan.plan();
        Plan spoken = plan(SamplePlan.with("line: placement", "line: placement|        compression: none"));
        Plan compressed = plan(SamplePlan.with("line: placement", "line: placement|        compression: standard"));
        assertThat(spoken).isEqualTo(silent).isNotEqualTo(compressed);
        assertThat(PlanFile.write(spoken)).isEqualTo(PlanFile.write(silent)).doesNotContain("compression");
        assertThat(PlanFile.write(compressed)).contains("line: placement\n        compression: standard\n");
    }

    @Test
    void bonusesAreHeldOnlyWhereATriggerSaysSo() {
        Plan silent = SamplePlan.plan();
        Plan atOnce = plan(SamplePlan.with("once: per_reference", "once: per_reference|    hold_days: 0"));
        Plan held = plan(SamplePlan.with("once: per_reference", "once: per_reference|    hold_days: 14"));
        assertThat(atOnce).isEqualTo(silent).isNotEqualTo(held);
        assertThat(held.trigger("purchase").orElseThrow().holdDays()).isEqualTo(14);
        assertThat(PlanFile.write(atOnce)).isEqualTo(PlanFile.write(silent)).doesNotContain("hold_days");
        assertThat(PlanFile.write(held)).contains("once: per_reference\n    hold_days: 14\n    rules:\n");
    }

    @Test
    void adjustmentsNeedApprovalOnlyWhereThePlanSaysSo() {
        Plan silent = SamplePlan.plan();
        Plan limited = plan(SamplePlan.TEXT + "adjustments:\n  approval_above: 500\n");
        assertThat(silent.approvalLimit()).isEmpty();
        assertThat(limited.approvalLimit()).contains(Money.of(silent.currency(), "500"));
        assertThat(PlanFile.write(silent)).doesNotContain("adjustments");
        assertThat(PlanFile.write(limited)).endsWith("\nadjustments:\n  approval_above: 500.00\n");
    }

    @Test
    void numbersAreReadFromTheirDigits() {
        String text = SamplePlan.with("10.00, 5.00", "0.1, 999999999999.99, 0, 0.30");
        assertThat(PlanFile.write(plan(text))).contains("amounts: [0.10, 999999999999.99, 0.00, 0.30]");
    }

    @Test
    void aPlanMayHaveNoRanks() {
        String text = SamplePlan.TEXT.substring(0, SamplePlan.TEXT.indexOf("ranks:")) + "ranks: []";
        assertThat(plan(text).ladder()).isEqualTo(new Ladder(List.of()));
    }

    @Test
    void aWordThatYamlWouldTakeForSomethingElseIsFineInQuotationMarks() {
        assertThat(plan(SamplePlan.with("referral:", "\"on\":")).trigger("on")).isPresent();
        assertThat(plan(SamplePlan.with("Bronze", "'1'")).ladder().ranks())
                .extracting(Rank::name)
                .startsWith("1");
    }

    @Test
    void aFileIsReadFromItsPath(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("plan.yaml");
        Files.writeString(file, SamplePlan.TEXT);
        assertThat(PlanFile.read(file)).isEqualTo(new Reading.Valid(SamplePlan.plan()));
    }

    @Test
    void aFileThatCantBeReadIsAMistakeThatNamesIt(@TempDir Path folder) throws IOException {
        Path latin = folder.resolve("latin.yaml");
        Files.write(latin, "ranks: Élite".getBytes(StandardCharsets.ISO_8859_1));
        Path huge = folder.resolve("huge.yaml");
        Files.writeString(huge, "#".repeat(4 * YamlTree.MAX_CHARS + 1));
        Path missing = folder.resolve("missing.yaml");
        assertThat(mistake(latin)).isEqualTo(latin + " is not UTF-8; save it in that encoding");
        assertThat(mistake(huge)).isEqualTo(huge + " is too long; a plan has at most 262144 characters");
        assertThat(mistake(missing)).startsWith(missing + " can't be read");
        assertThat(mistake(folder)).startsWith(folder + " can't be read");
    }

    private static String mistake(Path file) {
        return switch (PlanFile.read(file)) {
            case Reading.Valid valid -> throw new AssertionError("read " + valid);
            case Reading.Invalid(List<Mistake> mistakes) -> mistakes.getFirst().sentence();
        };
    }

    private static Plan plan(String text) {
        return switch (PlanFile.read(text)) {
            case Reading.Valid(Plan plan) -> plan;
            case Reading.Invalid(List<Mistake> mistakes) -> throw new AssertionError(mistakes);
        };
    }
}
