package io.upline.service.adjustment;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.upline.service.testing.Api;
import io.upline.service.testing.Checks;
import io.upline.service.testing.PostgresResource;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A service that asks nobody who they are.
@QuarkusTest
@WithTestResource(PostgresResource.class)
@TestProfile(HeldPlan.class)
class NobodyKnownTest {
    @AfterEach
    void everythingAddsUp() {
        Checks.assertClean();
    }

    @Test
    void nobodyApprovesAndEverybodyDeclines() {
        var body = Adjustments.body(UUID.fromString(Api.newRoot()), "credit", "50.01");
        String id = Api.post("/mlm/adjustments", body)
                .then()
                .statusCode(200)
                .body("status", equalTo("waiting"))
                .extract()
                .path("id");
        Api.post("/mlm/adjustments/%s/approve".formatted(id), "null")
                .then()
                .statusCode(409)
                .body("detail", containsString("Start the service with AUTH=on"));
        Api.post("/mlm/adjustments/%s/decline".formatted(id), "null")
                .then()
                .statusCode(200)
                .body("status", equalTo("declined"));
    }
}
