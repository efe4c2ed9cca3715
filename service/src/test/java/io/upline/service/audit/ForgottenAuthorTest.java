package io.upline.service.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upline.service.access.AccessResource;
import io.upline.service.access.Calls;
import io.upline.service.access.Role;
import io.upline.service.platform.database.Database;
import io.upline.service.testing.EveryColumn;
import io.upline.service.testing.PostgresResource;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Somebody who acted is forgotten, even by their own hand: what they did stays, under the pseudonym.
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(AccessResource.class)
class ForgottenAuthorTest {
    private static final Map<String, String> ADMIN = Calls.person(Calls.ADMIN);

    @Inject
    @SuppressWarnings("NullAway.Init")
    Database database;

    @Test
    void theAuditNamesThePseudonymAndTheChainStaysWhole() {
        Writing.root(ADMIN, Calls.ADMIN, "").then().statusCode(200);
        Writing.suspend(ADMIN, Writing.newMember()).then().statusCode(200);
        // Reading seals: of what is forgotten some entries are in the chain already, and the last ones are not.
        assertThat(Audited.list("by=" + Calls.ADMIN).getList("items.act")).startsWith("suspended", "registered");
        Writing.move(ADMIN, Writing.newMember()).then().statusCode(200);
        String pseudonym = Calls.post(
                        ADMIN, "/mlm/members/%s/forget".formatted(Calls.ADMIN), "{\"reason\": \"my own\"}")
                .then()
                .statusCode(200)
                .extract()
                .path("user_id");
        List<String> columns = database.transaction(connection -> EveryColumn.holding(connection, Calls.ADMIN));
        assertThat(columns).isEmpty();
        var acts = Audited.list("by=" + pseudonym);
        assertThat(acts.getList("items.act")).startsWith("forgotten", "moved", "suspended", "registered");
        assertThat(acts.getList("items.by.address")).containsOnlyNulls();
        assertThat(acts.getList("items.user_id").getFirst()).isEqualTo(pseudonym);
        assertThat(Audited.list("by=" + Calls.ADMIN).getList("items")).isEmpty();
        Calls.get(Calls.service(Role.AUDITOR), "/mlm/check")
                .then()
                .statusCode(200)
                .body("findings", empty());
        assertThat(UUID.fromString(pseudonym).version()).isEqualTo(4);
    }

    /// With a token that is still good, the person is nobody here.
    @Test
    void whoeverWasForgottenIsNobodyAnyMore() {
        var user = Writing.newMember();
        var person = Calls.person(user);
        Calls.get(person, "/mlm/members/" + user).then().statusCode(200);
        String pseudonym = Calls.post(ADMIN, "/mlm/members/%s/forget".formatted(user), "{\"reason\": \"asked\"}")
                .then()
                .statusCode(200)
                .extract()
                .path("user_id");
        Calls.get(person, "/mlm/members/" + user).then().statusCode(404);
        Calls.get(person, "/mlm/members/" + pseudonym).then().statusCode(404);
        Calls.get(person, "/mlm/bonus/user/" + pseudonym).then().statusCode(404);
    }
}
