package io.upline.service.bonus.why;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.upline.service.bonus.Bonuses;
import io.upline.service.member.Changing;
import io.upline.service.testing.Api;
import io.upline.service.testing.PostgresResource;
import io.upline.service.testing.Seeds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Members join, move, are suspended and reinstated while events are paid: each line is told as memory had it then.
@QuarkusTest
@WithTestResource(PostgresResource.class)
@TestProfile(WhyTest.Plan.class)
class WhyWorkloadTest {
    private static final int STEPS = 300;
    private static final List<String> TRIGGERS = List.of("purchase", "activation", "referral");

    private final Random random = new Random(Seeds.next());
    private final List<String> members = new ArrayList<>();
    private final Map<String, List<Map<String, Object>>> lines = new HashMap<>();

    @Test
    void everyLineIsToldAsItStood() {
        newRoot();
        newRoot();
        for (int step = 0; step < STEPS; step++) {
            step();
        }
        assertThat(lines).isNotEmpty();
        lines.forEach((bonus, line) -> {
            var why = Api.get("/mlm/bonus/" + bonus + "/why")
                    .then()
                    .statusCode(200)
                    .extract();
            assertThat(people(why.jsonPath(), "line")).as(bonus).isEqualTo(line);
            assertThat(why.<Boolean>path("line_complete")).isTrue();
            assertThat(why.<Integer>path("line[-1].level")).isEqualTo(why.<Integer>path("bonus.level"));
        });
    }

    /// What can't be done, such as a move below oneself, is refused and changes nothing.
    private void step() {
        switch (random.nextInt(6)) {
            case 0 -> members.add(Api.newMember(members.getFirst()));
            case 1 -> Changing.moveBelow(anybody(), newRoot());
            case 2 -> Changing.giveSponsor(anybody(), anybody());
            case 3 -> Changing.suspend(others());
            case 4 -> Changing.reinstate(others());
            default -> trigger(anybody());
        }
    }

    /// There is always room below it.
    private String newRoot() {
        members.add(Api.newRoot());
        return members.getLast();
    }

    private String anybody() {
        return members.get(random.nextInt(members.size()));
    }

    /// Not the root, under whom everybody joins.
    private String others() {
        return members.get(1 + random.nextInt(members.size() - 1));
    }

    private void trigger(String source) {
        var trigger = TRIGGERS.get(random.nextInt(TRIGGERS.size()));
        var reply = Bonuses.post(Bonuses.body(source, trigger, ", \"amount\": 10"))
                .extract()
                .jsonPath();
        if (!reply.getBoolean("repeated")) {
            reply.<Map<String, String>>getList("bonuses").forEach(bonus -> lines.put(bonus.get("id"), line(bonus)));
        }
    }

    /// The source's upline of now, as far as the earner.
    private static List<Map<String, Object>> line(Map<String, ?> bonus) {
        var upline = Api.get("/mlm/members/%s/upline?limit=1000&line=%s"
                        .formatted(bonus.get("source_user_id"), bonus.get("line")))
                .jsonPath();
        var people = people(upline, "items");
        var ids = people.stream().map(person -> person.get("user_id")).toList();
        return people.subList(0, ids.indexOf(bonus.get("user_id")) + 1);
    }

    private static List<Map<String, Object>> people(JsonPath reply, String list) {
        var people = new ArrayList<Map<String, Object>>();
        for (var person : reply.<Map<String, Object>>getList(list)) {
            people.add(Map.of(
                    "user_id", String.valueOf(person.get("user_id")),
                    "suspended", String.valueOf(person.get("suspended"))));
        }
        return people;
    }
}
