package io.upline.service.access.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.upline.service.access.Role;
import io.upline.service.access.guard.DocumentedTable.Cell;
import io.upline.service.openapi.Document;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The table in the code is the one in the documents, and has every route.
class PermissionsTest {
    @Test
    void theDocumentSaysWhatTheCodeDoes() {
        var ofTheCode = Permissions.TABLE.stream()
                .filter(permission -> !permission.isPublic())
                .collect(Collectors.toMap(Permission::route, PermissionsTest::cells));
        assertThat(DocumentedTable.rows()).isEqualTo(ofTheCode);
    }

    @Test
    void theDocumentNamesWhatAnybodyMayAsk() {
        assertThat(DocumentedTable.publicRoutes())
                .containsExactlyElementsOf(Permissions.TABLE.stream()
                        .filter(Permission::isPublic)
                        .map(Permission::route)
                        .toList());
    }

    @Test
    void everyDocumentedOperationIsInTheTableOnce() {
        assertThat(Permissions.TABLE.stream().map(Permission::route)).doesNotHaveDuplicates();
        Document.read().operations().stream()
                .filter(operation -> !operation.isOfTheGateway())
                .forEach(operation ->
                        assertThat(Permissions.ofRoute(operation.toString())).isNotNull());
    }

    @Test
    void everyOperationDocumentsHowItRefusesACaller() {
        for (var operation : Document.read().operations()) {
            var refusals = operation.node().get("responses").properties().stream()
                    .map(Map.Entry::getKey)
                    .filter(List.of("401", "403", "429")::contains)
                    .toList();
            assertThat(refusals)
                    .as(operation.toString())
                    .containsExactlyElementsOf(
                            Permissions.ofRoute(operation.canonical()).isPublic()
                                    ? List.of("403")
                                    : List.of("401", "403", "429"));
        }
    }

    @Test
    void whatIsNotInTheTableNobodyMay() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Permissions.ofRoute("DELETE /mlm/members/{user_id}"))
                .withMessageContaining("DELETE /mlm/members/{user_id} is not in the table");
    }

    @Test
    void onlyAnAdministratorMayDoEverything() {
        assertThat(Permissions.TABLE).allMatch(permission -> permission.roles().contains(Role.ADMIN));
        assertThat(Permissions.TABLE.stream()
                        .filter(permission -> !permission.route().startsWith("GET "))
                        .flatMap(permission -> permission.roles().stream()))
                .doesNotContain(Role.AUDITOR, Role.MEMBER);
    }

    private static Map<Role, Cell> cells(Permission permission) {
        var cells = new EnumMap<Role, Cell>(Role.class);
        for (var role : Role.values()) {
            cells.put(role, permission.roles().contains(role) ? cell(permission, role) : Cell.NO);
        }
        return cells;
    }

    private static Cell cell(Permission permission, Role role) {
        if (role != Role.MEMBER) {
            return Cell.YES;
        }
        return switch (permission.reach()) {
            case PUBLIC, ALL -> Cell.YES;
            case SELF -> Cell.SELF;
            case DOWNLINE -> Cell.DOWNLINE;
            case OWN_BONUS -> Cell.OWN;
        };
    }
}
