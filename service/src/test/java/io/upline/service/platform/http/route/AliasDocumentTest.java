package io.upline.service.platform.http.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.upline.service.openapi.Document;
import io.upline.service.openapi.Operation;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The gateway's routes in the document are those of the alias layer, and answer what their canonical routes
/// answer.
class AliasDocumentTest {
    private static final Document DOCUMENT = Document.read();

    static Stream<Aliases.Alias> aliases() {
        return Aliases.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("aliases")
    void anAliasIsDocumentedLikeItsCanonicalRoute(Aliases.Alias alias) {
        var gateway = of(alias);
        var canonical =
                DOCUMENT.operation(alias.canonicalMethod(), alias.canonical().replace("$1", parameterOf(gateway)));
        assertThat(gateway.isOfTheGateway()).isTrue();
        assertThat(gateway.node().path("parameters")).isEqualTo(canonical.node().path("parameters"));
        assertThat(gateway.node().path("summary").textValue()).isEqualTo("As " + canonical);
        assertThat(gateway.node().path("deprecated").asBoolean())
                .isEqualTo(!alias.method().equals(alias.canonicalMethod()));
        assertThat(gateway.node().at("/responses/200"))
                .isEqualTo(canonical.node().at("/responses/200"));
    }

    @Test
    void noOtherRouteIsSaidToBeOfTheGateway() {
        assertThat(DOCUMENT.operations().stream().filter(Operation::isOfTheGateway))
                .hasSameSizeAs(Aliases.ALL);
    }

    private static Operation of(Aliases.Alias alias) {
        return DOCUMENT.operations().stream()
                .filter(operation -> operation.method().equals(alias.method())
                        && alias.path().matcher(operation.path()).matches())
                .findFirst()
                .orElseThrow();
    }

    private static String parameterOf(Operation operation) {
        return operation.path().replaceFirst(".*(\\{[^}]+}).*", "$1");
    }
}
