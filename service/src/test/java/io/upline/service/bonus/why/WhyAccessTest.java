package io.upline.service.bonus.why;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.upline.service.access.AccessResource;
import io.upline.service.access.Calls;
import io.upline.service.access.Role;
import io.upline.service.testing.PostgresResource;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A member learns why they earned what they earned, and of nobody else's bonuses that there are any.
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(AccessResource.class)
class WhyAccessTest {
    private UUID earner = new UUID(0, 0);
    private UUID source = new UUID(0, 0);
    private String bonus = "";

    @BeforeEach
    void earn() {
        earner = Calls.newRoot();
        source = Calls.newMember(earner);
        bonus = Calls.post(
                        Calls.service(Role.SERVICE),
                        "/mlm/bonus",
                        "{\"source_user_id\": \"%s\", \"trigger_type\": \"referral\"}".formatted(source))
                .path("bonuses[0].id");
    }

    private static Response why(UUID caller, String bonus) {
        return Calls.get(Calls.person(caller), "/mlm/bonus/" + bonus + "/why");
    }

    @Test
    void whoEarnedABonusLearnsWhy() {
        assertThat(why(earner, bonus).statusCode()).isEqualTo(200);
        assertThat(why(earner, bonus.toUpperCase(Locale.ROOT)).<String>path("bonus.id"))
                .isEqualTo(bonus);
    }

    @Test
    void whoReadsEverythingReadsThisToo() {
        for (var role : new Role[] {Role.GATEWAY, Role.SERVICE, Role.ADMIN, Role.AUDITOR}) {
            var reply = Calls.get(Calls.service(role), "/mlm/bonus/" + bonus + "/why");
            assertThat(reply.statusCode()).as(role.word()).isEqualTo(200);
        }
    }

    @Test
    void somebodyElsesBonusLooksLikeNone() {
        var none = UUID.randomUUID().toString();
        var unknown = problem(why(source, none), none);
        assertThat(problem(why(source, bonus), bonus)).isEqualTo(unknown);
        assertThat(problem(why(earner, none), none)).isEqualTo(unknown);
        assertThat(problem(why(UUID.randomUUID(), bonus), bonus)).isEqualTo(unknown);
        assertThat(unknown).contains("/problems/unknown-bonus", "There is no bonus ID.");
    }

    private static String problem(Response reply, String about) {
        assertThat(reply.statusCode()).isEqualTo(404);
        return reply.asString().replaceFirst("urn:request:[0-9a-f-]+", "").replace(about, "ID");
    }

    @Test
    void whatIsNoIdIsSaidToBeNone() {
        assertThat(why(earner, "17").statusCode()).isEqualTo(422);
    }
}
