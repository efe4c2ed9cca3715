package io.upline.service.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.resteasy.reactive.server.EndpointDisabled;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The document is right in itself, and says of every route what the code has, no more and no less.
class DocumentTest {
    private static final Document DOCUMENT = Document.read();
    private static final Schemas SCHEMAS = new Schemas(DOCUMENT);

    @Test
    void aParserHasNothingToSay() {
        var options = new ParseOptions();
        options.setResolve(true);
        var parsed = new OpenAPIV3Parser().readContents(DOCUMENT.root().toString(), null, options);
        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getPaths())
                .hasSameSizeAs(DOCUMENT.root().get("paths").properties());
    }

    @Test
    void everyRouteOfTheCodeIsInItAndNoOther() {
        assertThat(documentedRoutes()).isEqualTo(routesOfTheCode());
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(DOCUMENT.root().findValues("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(DOCUMENT.root()
                                .at(reference.textValue().substring(1))
                                .isMissingNode())
                        .as(reference.textValue())
                        .isFalse());
    }

    @Test
    void everyOperationHasANameOfItsOwnASummaryAndATag() {
        var names = DOCUMENT.operations().stream()
                .map(operation -> operation.node().path("operationId").textValue())
                .toList();
        assertThat(names).doesNotContainNull().doesNotHaveDuplicates();
        assertThat(DOCUMENT.operations()).allSatisfy(operation -> {
            assertThat(operation.node().path("summary").asText()).isNotBlank();
            assertThat(operation.node().path("tags")).hasSize(1);
        });
    }

    @TestFactory
    Stream<DynamicTest> everyExampleIsOfItsSchema() {
        return examples(DOCUMENT.root(), "")
                .map(example -> DynamicTest.dynamicTest(
                        example.where,
                        () -> assertThat(SCHEMAS.faults(example.schema, example.value))
                                .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> everyJsonReplyAndBodyHasAnExample() {
        return DOCUMENT.operations().stream()
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> {
                    for (var response : operation.node().get("responses")) {
                        assertThat(DOCUMENT.resolved(response).get("content"))
                                .allMatch(content -> content.has("example") || content.has("examples"));
                    }
                }));
    }

    private record Example(String where, JsonNode schema, JsonNode value) {}

    private static Stream<Example> examples(JsonNode node, String where) {
        var here = node.has("schema") ? examplesOf(node, where) : Stream.<Example>empty();
        var inner = node.isObject()
                ? node.properties().stream().flatMap(field -> examples(field.getValue(), where + "/" + field.getKey()))
                : Stream.<Example>empty();
        return Stream.concat(here, inner);
    }

    private static Stream<Example> examplesOf(JsonNode node, String where) {
        var one = node.has("example") ? Stream.of(node.get("example")) : Stream.<JsonNode>empty();
        var several = node.path("examples").findValues("value").stream();
        return Stream.concat(one, several).map(value -> new Example(where, node.get("schema"), value));
    }

    private static Set<String> documentedRoutes() {
        return DOCUMENT.operations().stream()
                .filter(operation -> !operation.isOfTheGateway())
                .map(Operation::toString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> routesOfTheCode() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.upline.service")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .filter(type -> !type.isAnnotatedWith(EndpointDisabled.class))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getMethods())
                                .flatMap(method -> methodNames(method).map(name -> name + " " + pathOf(type, method))))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> methodNames(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .flatMap(Stream::ofNullable)
                .map(HttpMethod::value);
    }

    private static String pathOf(Class<?> type, Method method) {
        var parts = List.of(type.getAnnotation(Path.class).value(), valueOf(method));
        var path = ("/" + String.join("/", parts)).replaceAll("/+", "/");
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static String valueOf(Method method) {
        var path = method.getAnnotation(Path.class);
        return path == null ? "" : path.value();
    }
}
