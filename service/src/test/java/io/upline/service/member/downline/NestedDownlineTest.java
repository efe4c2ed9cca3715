package io.upline.service.member.downline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upline.service.member.Joining;
import io.upline.service.openapi.Documented;
import io.upline.service.testing.Api;
import io.upline.service.testing.PostgresResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The downline as a tree.
@QuarkusTest
@WithTestResource(PostgresResource.class)
class NestedDownlineTest {
    private static final String DOWNLINE = "/mlm/downline/{user_id}";
    private static final int LEVELS = DownlineResource.MAX_LEVELS;

    @Test
    void childrenStandInTheirParentsFromLeftToRight() {
        var ids = Joining.below(6);
        Documented.get(DOWNLINE, ids.getFirst())
                .statusCode(200)
                .body("user_id", equalTo(ids.subList(1, 4)))
                .body("[0].children.user_id", equalTo(ids.subList(4, 7)))
                .body("[0].downline_count", equalTo(3))
                .body("[1].children", empty())
                .header("Upline-Downline-Total", "6")
                .header("Upline-Downline-Members", "6")
                .header("Upline-Downline-Levels", "2")
                .header("Upline-Downline-Complete", "true");
    }

    @Test
    void whoHasNobodyBelowHasAnEmptyList() {
        Documented.get(DOWNLINE, Api.newRoot())
                .body("", empty())
                .header("Upline-Downline-Total", "0")
                .header("Upline-Downline-Levels", "0")
                .header("Upline-Downline-Complete", "true");
    }

    @Test
    void aDepthLeavesLevelsOutAndSaysSo() {
        var ids = Joining.below(6);
        Documented.get(DOWNLINE, ids.getFirst(), "depth=1")
                .body("user_id", equalTo(ids.subList(1, 4)))
                .body("[0].children", empty())
                .body("[0].downline_count", equalTo(3))
                .body("[1].downline_count", equalTo(0))
                .header("Upline-Downline-Total", "6")
                .header("Upline-Downline-Members", "3")
                .header("Upline-Downline-Levels", "1")
                .header("Upline-Downline-Complete", "false");
        Documented.get(DOWNLINE, ids.getFirst(), "depth=2").header("Upline-Downline-Complete", "true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "501", "-1", "all", "1.0"})
    void aDepthOutOfRangeIsRefused(String depth) {
        Documented.get(DOWNLINE, Api.newRoot(), "depth=" + depth).statusCode(400);
    }

    /// The original service's mistake: recursion failed on deep trees.
    @Test
    void aDeepNetworkEndsAtTheLastLevelThatIsShown() {
        var ids = Joining.chain(LEVELS + 101);
        var reply = Api.get("/mlm/downline/" + ids.getFirst())
                .then()
                .statusCode(200)
                .header("Upline-Downline-Total", Integer.toString(LEVELS + 100))
                .header("Upline-Downline-Levels", Integer.toString(LEVELS))
                .header("Upline-Downline-Complete", "false")
                .extract()
                .asString();
        assertThat(reply.split("\"children\"", -1)).hasSize(LEVELS + 1);
        assertThat(reply)
                .contains("\"user_id\":\"%s\"".formatted(ids.get(LEVELS)))
                .contains("\"downline_count\":100,\"children\":[]")
                .doesNotContain(ids.get(LEVELS + 1));
    }

    @Test
    void aNetworkOfJustSoManyLevelsIsShownWhole() {
        var ids = Joining.chain(LEVELS + 1);
        Api.get("/mlm/downline/" + ids.getFirst())
                .then()
                .statusCode(200)
                .header("Upline-Downline-Levels", Integer.toString(LEVELS))
                .header("Upline-Downline-Complete", "true");
    }
}
