package io.upline.service.platform.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upline.service.openapi.Document;
import io.upline.service.openapi.Operation;
import io.upline.service.testing.Api;
import io.upline.service.testing.PostgresResource;
import java.math.BigDecimal;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every number that the document says a route reads, such as the length of a page: at its limits and beyond.
@QuarkusTest
@WithTestResource(PostgresResource.class)
class NumberLimitsTest {
    private static final Document DOCUMENT = Document.read();

    record Parameter(Operation operation, String name, BigDecimal least, BigDecimal most) {
        int status(BigDecimal value) {
            return status(value.toPlainString());
        }

        int status(String value) {
            return given().queryParam(name, value)
                    .get(operation.pathWith(operation.path().contains("{version}") ? "1" : Api.newRoot()))
                    .statusCode();
        }

        @Override
        public String toString() {
            return operation + " " + name;
        }
    }

    static Stream<Parameter> parameters() {
        return DOCUMENT.operations().stream()
                .filter(operation -> operation.method().equals("GET"))
                .flatMap(operation -> StreamSupport.stream(
                                operation.node().path("parameters").spliterator(), false)
                        .map(DOCUMENT::resolved)
                        .filter(NumberLimitsTest::isNumberInTheQuery)
                        .map(parameter -> of(operation, parameter)));
    }

    private static boolean isNumberInTheQuery(JsonNode parameter) {
        return parameter.get("in").textValue().equals("query")
                && parameter.at("/schema/type").asText().equals("integer");
    }

    private static Parameter of(Operation operation, JsonNode parameter) {
        var schema = parameter.get("schema");
        return new Parameter(
                operation,
                parameter.get("name").textValue(),
                schema.get("minimum").decimalValue(),
                schema.get("maximum").decimalValue());
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void whatIsDocumentedIsTakenAndNothingBeyond(Parameter parameter) {
        assertThat(parameter.status(parameter.least)).isEqualTo(200);
        // Such an entry of the log, or version of the plan, is still to come.
        assertThat(parameter.status(parameter.most)).isIn(200, 404, 409);
        assertThat(parameter.status(parameter.least.subtract(BigDecimal.ONE))).isEqualTo(400);
        assertThat(parameter.status(parameter.most.add(BigDecimal.ONE))).isEqualTo(400);
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void aNumberIsWrittenInDigits(Parameter parameter) {
        for (var text : new String[] {"+5", "٥", "５", "5.0", "5e0", "0x5", " 5", "5 ", "--5"}) {
            assertThat(parameter.status(text)).as(text).isEqualTo(400);
        }
    }
}
