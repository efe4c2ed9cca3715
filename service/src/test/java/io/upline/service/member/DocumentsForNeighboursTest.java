package io.upline.service.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upline.service.testing.Api;
import io.upline.service.testing.PostgresResource;
import io.upline.service.testing.RedisResource;
import io.upline.service.testing.Wait;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What other services read in Redis under the keys they know.
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(RedisResource.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class DocumentsForNeighboursTest {
    private static final long TEN_MINUTES = 600;
    private static final long HOUR = 3_600;

    private RedisClient client;
    private RedisCommands<String, String> redis;

    @BeforeAll
    void connect() {
        client = RedisClient.create(System.getProperty(RedisResource.URL));
        redis = client.connect().sync();
    }

    @AfterAll
    void close() {
        client.shutdown();
    }

    /// The original service's mistake: a new member made only the direct parent's cached downline stale; every
    /// ancestor's stayed wrong for an hour.
    @Test
    void aBirthRemovesTheDocumentsOfEveryAncestor() {
        var top = Api.newRoot();
        var middle = Api.newMember(top);
        var low = Api.newMember(middle);
        for (var member : new String[] {top, middle, low}) {
            shared("/mlm/downline/", "mlm_downline:", member);
            shared("/mlm/members/", "mlm_user:", member);
        }
        var elsewhere = Api.newRoot();
        shared("/mlm/downline/", "mlm_downline:", elsewhere);
        Api.newMember(low);
        for (var member : new String[] {top, middle, low}) {
            Wait.until(() -> redis.exists("mlm_downline:" + member, "mlm_user:" + member) == 0);
        }
        assertThat(redis.get("mlm_downline:" + elsewhere)).isEqualTo("[]");
        shared("/mlm/downline/", "mlm_downline:", top);
    }

    @Test
    void whoeverIsForgottenIsInNoDocument() {
        var top = Api.newRoot();
        var forgotten = Api.newMember(top);
        var below = Api.newMember(forgotten);
        shared("/mlm/downline/", "mlm_downline:", top);
        for (var member : new String[] {top, forgotten, below}) {
            shared("/mlm/members/", "mlm_user:", member);
        }
        Api.post("/mlm/members/" + forgotten + "/forget", "{\"reason\": \"they asked for it\"}")
                .then()
                .statusCode(200);
        Wait.until(() -> keysThatName(forgotten) == 0);
        shared("/mlm/downline/", "mlm_downline:", top);
        assertThat(keysThatName(forgotten)).isZero();
    }

    private long keysThatName(String member) {
        return redis.keys("*").stream()
                .filter(key -> key.contains(member) || holds(key, member))
                .count();
    }

    private boolean holds(String key, String member) {
        var said = redis.type(key).equals("hash") ? redis.hgetall(key).toString() : redis.get(key);
        return said != null && said.contains(member);
    }

    /// Asks until the answer lies there, as what is asked first may come while Redis is still being emptied.
    private void shared(String route, String prefix, String member) {
        Wait.until(() -> Api.get(route + member).asString().equals(redis.get(prefix + member)));
        assertThat(redis.ttl(prefix + member)).isBetween(TEN_MINUTES, HOUR);
    }

    @Test
    void aDownlineThatIsKeptIsAnsweredAsBefore() {
        var top = Api.newRoot();
        Api.newMember(top);
        var first = Api.get("/mlm/downline/" + top);
        var again = Api.get("/mlm/downline/" + top);
        assertThat(again.asString()).isEqualTo(first.asString());
        var born = Api.newMember(top);
        Api.get("/mlm/downline/" + top)
                .then()
                .header("Upline-Downline-Total", "2")
                .header("Upline-Downline-Members", "2")
                .header("Upline-Downline-Levels", "1")
                .header("Upline-Downline-Complete", "true")
                .body("[1].user_id", equalTo(born));
    }
}
