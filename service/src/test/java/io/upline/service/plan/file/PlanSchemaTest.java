package io.upline.service.plan.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The JSON Schema, which editors use, never refuses what the reader reads, and sees what it is able to see.
class PlanSchemaTest {

    private static final Schema SCHEMA = schema();

    static Stream<String> goodPlans() {
        return Stream.of(
                PlanFile.builtIn(),
                SamplePlan.TEXT,
                PlanFile.write(SamplePlan.plan()),
                SamplePlan.with("width: 3", "width: 100"),
                SamplePlan.with("10.00, 5.00", "0, 1000000000000"),
                SamplePlan.with("10, 2.5", "0, 100, 0.0001, 33.3333"),
                SamplePlan.with("referral:", "referral:|    once: per_source"),
                SamplePlan.with("line: placement", "compression: none|        line: placement"),
                SamplePlan.with("line: sponsor", "line: sponsor|        compression: standard"),
                SamplePlan.with("sponsored: 2", "sponsored: 999999999"),
                SamplePlan.with("Bronze", "B".repeat(40)),
                SamplePlan.with("name: level", "name: " + "a".repeat(40)),
                SamplePlan.with("referral:", "referral:|    hold_days: 0"),
                SamplePlan.with("referral:", "referral:|    hold_days: 3650"),
                SamplePlan.with("ranks:", "adjustments: {approval_above: 0}|ranks:"),
                SamplePlan.with("ranks:", "adjustments:|  approval_above: 500.00|ranks:"));
    }

    @ParameterizedTest
    @MethodSource("goodPlans")
    void schemaAndReaderAcceptTheSameGoodPlans(String text) {
        assertThat(BadPlanTest.mistakes(text)).isEmpty();
        assertThat(faults(text)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.upline.service.plan.file.BadPlan#all")
    void theSchemaRefusesEveryBadPlanThatItIsAbleToSee(BadPlan bad) {
        switch (bad.schema()) {
            case REFUSES -> assertThat(faults(bad.text())).isNotEmpty();
            case CANT_SEE -> assertThat(faults(bad.text())).isEmpty();
        }
    }

    @Test
    void everyNameInTheSchemaIsExplained() {
        assertThat(SCHEMA.getSchemaNode().at("/properties").size()).isEqualTo(5);
        assertThat(SCHEMA.getSchemaNode().at("/properties").properties())
                .allSatisfy(property ->
                        assertThat(property.getValue().has("description")).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rule", "rank", "trigger"})
    void everyPartOfARuleAndARankIsExplained(String definition) {
        assertThat(SCHEMA.getSchemaNode()
                        .at("/$defs/" + definition + "/properties")
                        .properties())
                .isNotEmpty()
                .allSatisfy(property ->
                        assertThat(property.getValue().has("description")).isTrue());
    }

    /// What the validator finds; a number that it can't even read, such as `.inf`, is a fault too.
    private static List<String> faults(String text) {
        try {
            return SCHEMA.validate(text, InputFormat.YAML).stream()
                    .map(Object::toString)
                    .toList();
        } catch (UncheckedIOException e) {
            return List.of(e.toString());
        }
    }

    private static Schema schema() {
        try (InputStream stream = PlanSchemaTest.class.getResourceAsStream("/plan.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Objects.requireNonNull(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
