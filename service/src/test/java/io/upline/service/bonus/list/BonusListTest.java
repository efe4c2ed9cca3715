package io.upline.service.bonus.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upline.service.bonus.Bonuses;
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
class BonusListTest {
    @Test
    void aMemberWithoutBonusesHasAnEmptyArray() {
        Api.get("/mlm/bonus/user/" + Api.newRoot())
                .then()
                .statusCode(200)
                .header("Link", nullValue())
                .body("", empty());
    }

    @Test
    void anUnknownMemberHasNoList() {
        Api.get("/mlm/bonus/user/" + UUID.randomUUID()).then().statusCode(404);
        Api.get("/mlm/bonus/user/nobody").then().statusCode(422);
    }

    @Test
    void theNewestComesFirst() {
        var r = Api.newRoot();
        var made = purchases(Api.newMember(r), 5);
        Api.get("/mlm/bonus/user/" + r).then().body("id", equalTo(made.reversed()));
    }

    @Test
    void theListsReadToTheirEndLoseAndRepeatNothingWhileNewBonusesArrive() {
        var r = Api.newRoot();
        var a = Api.newMember(r);
        var made = purchases(a, 23);
        var read = Bonuses.idsToTheEnd("/mlm/bonus/user/" + r + "?limit=5", () -> purchases(a, 2));
        assertThat(read).isEqualTo(made.reversed());
        var all = Bonuses.idsToTheEnd("/mlm/bonus?limit=100", () -> purchases(a, 1));
        assertThat(all).doesNotHaveDuplicates().containsAll(made);
    }

    @Test
    void thereIsALinkOnlyWhereThereIsMore() {
        var r = Api.newRoot();
        purchases(Api.newMember(r), 3);
        assertThat(Bonuses.next(Api.get("/mlm/bonus/user/" + r + "?limit=3"))).isEmpty();
        assertThat(Bonuses.next(Api.get("/mlm/bonus/user/" + r + "?limit=2")))
                .hasValueSatisfying(link -> assertThat(link).startsWith("/mlm/bonus/user/" + r + "?limit=2&cursor="));
    }

    @Test
    void aCursorIsGoodForItsOwnListAndFilterOnly() {
        var r = Api.newRoot();
        purchases(Api.newMember(r), 2);
        var link = Bonuses.next(Api.get("/mlm/bonus/user/" + r + "?limit=1")).orElseThrow();
        var cursor = link.substring(link.indexOf("cursor="));
        Api.get("/mlm/bonus?" + cursor).then().statusCode(400).body("detail", containsString("cursor"));
        Api.get("/mlm/bonus/user/" + r + "?status=pending&" + cursor).then().statusCode(400);
    }

    @Test
    void typesAndStatusesNarrowTheListDown() {
        var r = Api.newRoot();
        var a = Api.newMember(r);
        var purchase = purchases(a, 1).getFirst();
        Bonuses.distribute(a, "referral");
        var list = "/mlm/bonus/user/" + r;
        Api.get(list + "?type=purchase").then().body("id", equalTo(List.of(purchase)));
        Api.get(list + "?type=gift").then().statusCode(200).body("", empty());
        Api.get(list + "?status=paid").then().body("", empty());
        Api.get(list + "?status=pending").then().body("", hasSize(2));
        Api.get(list + "?status=").then().body("", hasSize(2));
    }

    @Test
    void everyonesPendingBonusesAreAPlainArray() {
        var made = purchases(Api.newMember(Api.newRoot()), 1).getFirst();
        Api.get("/mlm/bonus?status=pending")
                .then()
                .statusCode(200)
                .body("id", hasItem(made))
                .body("status", everyItem(equalTo("pending")));
        Api.get("/bonus/?status=").then().statusCode(200).body("id", hasItem(made));
        Api.get("/mlm/bonus?status=paid").then().statusCode(200).body("id", not(hasItem(made)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=held", "limit=0", "limit=1001", "limit=many", "type=No", "cursor=xyz"})
    void aWrongParameterIsRefusedWithASentence(String parameter) {
        Api.get("/mlm/bonus?" + parameter)
                .then()
                .statusCode(400)
                .body("detail", containsString(parameter.substring(0, parameter.indexOf('='))));
    }

    /// The ids of as many new bonuses for the source's parent, oldest first.
    private static List<String> purchases(String source, int count) {
        var ids = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            ids.add(Bonuses.distribute(source, "purchase").extract().path("bonuses[0].id"));
        }
        return ids;
    }
}
