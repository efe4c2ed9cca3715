package io.upline.service.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.upline.service.testing.Api;
import io.upline.service.testing.PostgresResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class ServedDocumentTest {
    @Test
    void theDocumentIsServedWhole() {
        Api.get("/openapi").then().statusCode(200).body(containsString("title: Upline"));
        var served = JsonPath.from(
                Api.get("/openapi?format=json").then().statusCode(200).extract().asString());
        assertThat(served.getMap("paths"))
                .hasSameSizeAs(Document.read().root().get("paths").properties());
        assertThat(served.getMap("components.schemas"))
                .hasSameSizeAs(Document.read().root().at("/components/schemas").properties());
    }

    @Test
    void thePageThatShowsItIsServedAndReadsIt() {
        Api.get("/docs/").then().statusCode(200).contentType("text/html").body(containsString("/openapi"));
        Api.get("/docs").then().statusCode(200);
    }

    @Test
    void everyProblemsTypeLeadsToItsPage() {
        var type = Api.get("/mlm/members/42").then().statusCode(422).extract().<String>path("type");
        Api.get(type).then().statusCode(200).body(containsString("Status: 422"));
        Api.get("/problems").then().statusCode(200).body(containsString(type));
        Api.get("/problems/out-of-coffee").then().statusCode(404).body("status", equalTo(404));
    }
}
