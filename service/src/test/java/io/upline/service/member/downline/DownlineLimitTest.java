package io.upline.service.member.downline;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.upline.service.member.Joining;
import io.upline.service.openapi.Documented;
import io.upline.service.testing.Api;
import io.upline.service.testing.PostgresResource;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A reply holds so many members, and ends with the last whole level that fits.
@QuarkusTest
@TestProfile(DownlineLimitTest.TwelveMembers.class)
@WithTestResource(PostgresResource.class)
class DownlineLimitTest {
    private static final String DOWNLINE = "/mlm/downline/{user_id}";

    /// The first two levels of a full network of width 3.
    public static final class TwelveMembers implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("DOWNLINE_MAX_NODES", "12");
        }
    }

    @Test
    void asManyMembersAsFitAreShownWhole() {
        var ids = Joining.below(12);
        Documented.get(DOWNLINE, ids.getFirst())
                .body("[2].children.user_id", equalTo(ids.subList(10, 13)))
                .header("Upline-Downline-Members", "12")
                .header("Upline-Downline-Complete", "true");
    }

    @Test
    void withOneMoreTheirLevelIsLeftOutAndNobodyLooksLikeALeaf() {
        var ids = Joining.below(13);
        Documented.get(DOWNLINE, ids.getFirst())
                .body("[0].children[0].user_id", equalTo(ids.get(4)))
                .body("[0].children[0].children", empty())
                .body("[0].children[0].downline_count", equalTo(1))
                .body("[0].children[1].downline_count", equalTo(0))
                .header("Upline-Downline-Total", "13")
                .header("Upline-Downline-Members", "12")
                .header("Upline-Downline-Levels", "2")
                .header("Upline-Downline-Complete", "false");
    }

    @Test
    void aLevelIsNeverShownInPart() {
        var ids = Joining.below(12);
        // A level of 10 members: 3 + 9 fit, and a tenth on the second level can't be; so the third level grows.
        for (int i = 0; i < 5; i++) {
            Api.newMember(ids.get(4));
        }
        Documented.get(DOWNLINE, ids.getFirst())
                .header("Upline-Downline-Total", "17")
                .header("Upline-Downline-Members", "12")
                .header("Upline-Downline-Levels", "2");
        Documented.get(DOWNLINE, ids.get(1))
                .header("Upline-Downline-Members", "8")
                .header("Upline-Downline-Complete", "true");
    }

    @Test
    void theLimitIsNoneForTheFlatList() {
        var ids = Joining.below(14);
        Documented.get("/mlm/members/{user_id}/downline", ids.getFirst())
                .body("items.user_id", equalTo(ids.subList(1, 15)));
    }
}
