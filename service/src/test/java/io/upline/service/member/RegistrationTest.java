package io.upline.service.member;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upline.service.testing.Api;
import io.upline.service.testing.PostgresResource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class RegistrationTest {
    @Test
    void aRootHasNoParentAndLevelOne() {
        var id = UUID.randomUUID().toString();
        Api.post("/mlm/root", "{\"user_id\": \"%s\"}".formatted(id))
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("user_id", equalTo(id))
                .body("parent_id", nullValue())
                .body("sponsor_id", nullValue())
                .body("position", nullValue())
                .body("level", equalTo(1))
                .body("updated_at", nullValue())
                .body("children", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"None\""})
    void everyWayToSayNobodyMakesARoot(String nobody) {
        var id = UUID.randomUUID();
        Api.post("/mlm/register", "{\"user_id\": \"%s\", \"parent_id\": %s}".formatted(id, nobody))
                .then()
                .statusCode(200)
                .body("level", equalTo(1))
                .body("parent_id", nullValue());
    }

    /// Worked example 1 of docs/DOMAIN.md. The original service's mistake: who was spilled over lost the sponsor.
    @Test
    void whoFindsTheFrontRowFullSpillsOverAndKeepsTheSponsor() {
        var r = Api.newRoot();
        var a = Api.newMember(r);
        Api.newMember(r);
        Api.newMember(r);
        Api.register(UUID.randomUUID().toString(), r)
                .body("parent_id", equalTo(a))
                .body("sponsor_id", equalTo(r))
                .body("position", equalTo(1))
                .body("level", equalTo(3));
        Api.register(UUID.randomUUID().toString(), r)
                .body("parent_id", equalTo(a))
                .body("position", equalTo(2));
    }

    @Test
    void registeringTwiceIsRefusedInTheWordsClientsKnow() {
        var root = Api.newRoot();
        var member = Api.newMember(root);
        Api.register(member, root)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", equalTo("User already exists in MLM tree"));
    }

    @Test
    void anUnknownSponsorIsRefused() {
        Api.register(UUID.randomUUID().toString(), UUID.randomUUID().toString())
                .statusCode(404)
                .body("detail", equalTo("Sponsor not found"));
    }

    @Test
    void nobodySponsorsThemselves() {
        var id = UUID.randomUUID().toString();
        Api.register(id, id).statusCode(422).body("errors[0].pointer", equalTo("/parent_id"));
    }

    /// The original service's mistakes: only the direct parent's cached downline became stale, every other
    /// ancestor's stayed wrong for an hour; and counting failed on every tree that was not empty.
    @Test
    void everyAncestorSeesANewMemberAtOnce() {
        var line = new ArrayList<>(List.of(Api.newRoot()));
        for (int depth = 1; depth <= 6; depth++) {
            line.add(Api.newMember(line.getLast()));
            for (int ancestor = 0; ancestor < depth; ancestor++) {
                var below = Integer.toString(depth - ancestor);
                Api.get("/mlm/downline/" + line.get(ancestor) + "/count").then().body(equalTo(below));
                Api.get("/mlm/downline/" + line.get(ancestor)).then().body(containsString(line.getLast()));
            }
        }
    }
}
