package io.upline.service.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/// The service's check of itself, as tests use it at their end.
public final class Checks {
    private Checks() {}

    /// What `GET /mlm/check` finds.
    public static List<String> findings() {
        return Api.get("/mlm/check").then().statusCode(200).extract().jsonPath().getList("findings", String.class);
    }

    /// Fails with the findings when there are some.
    public static void assertClean() {
        assertThat(findings()).isEmpty();
    }
}
