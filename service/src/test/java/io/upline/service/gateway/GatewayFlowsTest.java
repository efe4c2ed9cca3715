package io.upline.service.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upline.service.gateway.DeployedGateway.Meaning;
import io.upline.service.gateway.DeployedGateway.Refused;
import io.upline.service.testing.Api;
import io.upline.service.testing.PostgresResource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the deployed gateway does all day, from a registration to the payment, as it has always done it.
@QuarkusTest
@WithTestResource(PostgresResource.class)
class GatewayFlowsTest {
    private static final UUID NOBODY = new UUID(0, 0);
    private static final int MORE_THAN_IS_READ = 1 << 20;

    private final DeployedGateway gateway = new DeployedGateway();

    @Test
    void whoHasNoSponsorBecomesARoot() {
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        assertThat(List.of(gateway.registerWithoutSponsor(first), gateway.createRoot(second)))
                .allSatisfy(root -> {
                    assertThat(root.get("parent_id").isNull()).isTrue();
                    assertThat(root.get("level").intValue()).isEqualTo(1);
                    assertThat(root.get("children")).isEmpty();
                })
                .extracting(root -> root.get("user_id").textValue())
                .containsExactly(first.toString(), second.toString());
    }

    @Test
    void whoHasASponsorIsPlacedBelowAndAppearsInTheDownline() {
        var root = root();
        var members = List.of(member(root), member(root), member(root), member(root));
        var spilled = gateway.downline(root).at("/0/children/0");
        assertThat(spilled.get("user_id").textValue())
                .isEqualTo(members.getLast().toString());
        assertThat(spilled.get("parent_id").textValue())
                .isEqualTo(members.getFirst().toString());
        assertThat(gateway.downline(root)).hasSize(3);
        assertThat(gateway.count(root)).isEqualTo(4);
        assertThat(gateway.downline(members.getLast())).isEmpty();
        assertThat(gateway.count(members.getLast())).isZero();
    }

    @Test
    void aReferralIsPaidToTheUplineAndMarkedPaid() {
        var root = root();
        var distribution = gateway.distribute(member(root), "referral", "");
        assertThat(distribution.get("detail").textValue()).isEqualTo("Bonuses distributed");
        var bonus = only(gateway.history(root));
        assertThat(bonus.get("amount").decimalValue()).isEqualTo("10.00");
        assertThat(bonus.get("status").textValue()).isEqualTo("pending");
        var id = bonus.get("id").textValue();
        assertThat(ids(gateway.bonuses("pending"))).contains(id);
        assertThat(gateway.markPaid(id).get("status").textValue()).isEqualTo("paid");
        assertThat(ids(gateway.bonuses("pending"))).doesNotContain(id);
        assertThat(ids(gateway.bonuses("paid"))).contains(id);
        assertThat(ids(gateway.bonuses(""))).contains(id);
    }

    @Test
    void aPurchaseIsPaidWhateverElseTheGatewaySaysOfIt() {
        var root = root();
        gateway.distribute(member(root), "purchase", ", \"cart\": {\"items\": [1, 2]}, \"colour\": null");
        assertThat(only(gateway.history(root)).get("type").textValue()).isEqualTo("purchase");
    }

    @Test
    void whateverIsPendingIsPaidAtOnce() {
        var root = root();
        gateway.distribute(member(root), "referral", "");
        assertThat(gateway.markAllPaid().get("detail").textValue()).isEqualTo("All bonuses have been paid.");
        assertThat(only(gateway.history(root)).get("status").textValue()).isEqualTo("paid");
        assertThat(gateway.bonuses("pending")).isEmpty();
        assertThat(gateway.markAllPaid().get("detail").textValue()).isEqualTo("No unpaid bonuses found");
    }

    @Test
    void theWeekAndTheRankFollow() {
        var root = root();
        for (int i = 0; i < 3; i++) {
            gateway.distribute(member(root), "referral", "");
        }
        var report = gateway.weeklyReport(root);
        assertThat(report.get("user_id").textValue()).isEqualTo(root.toString());
        assertThat(report.get("total_bonus").decimalValue()).isEqualTo("30.00");
        assertThat(report.get("count").intValue()).isEqualTo(3);
        assertThat(report.get("bonuses")).hasSize(3);
        assertThat(gateway.evaluateRank(root).get("message").textValue()).isEqualTo("Assigned rank: Bronze");
        assertThat(gateway.evaluateRank(member(root)).get("message").textValue())
                .isEqualTo("Assigned rank: No rank");
    }

    @Test
    void whoIsAMemberAlreadyIsABadRequest() {
        var root = root();
        var member = member(root);
        var refused = refusal(() -> gateway.register(member, root));
        assertThat(refused.meaning()).isEqualTo(Meaning.BAD_REQUEST);
        assertThat(refused).hasMessage("User already exists in MLM tree");
    }

    @Test
    void whoeverIsNotThereIsNotFound() {
        assertThat(refusal(() -> gateway.register(UUID.randomUUID(), NOBODY)))
                .hasMessage("Sponsor not found")
                .returns(Meaning.NOT_FOUND, Refused::meaning);
        assertThat(List.<Runnable>of(
                        () -> gateway.distribute(NOBODY, "referral", ""),
                        () -> gateway.downline(NOBODY),
                        () -> gateway.count(NOBODY),
                        () -> gateway.history(NOBODY),
                        () -> gateway.markPaid(NOBODY.toString()),
                        () -> gateway.weeklyReport(NOBODY),
                        () -> gateway.evaluateRank(NOBODY)))
                .extracting(call -> refusal(call).meaning())
                .containsOnly(Meaning.NOT_FOUND);
    }

    @Test
    void whatContradictsWhatIsThereIsAConflict() {
        var root = root();
        var member = member(root);
        var order = ", \"reference\": \"%s\", \"amount\": %s";
        gateway.distribute(member, "purchase", order.formatted(member, "12.50"));
        assertThat(refusal(() -> gateway.distribute(member, "purchase", order.formatted(member, "12.51")))
                        .meaning())
                .isEqualTo(Meaning.CONFLICT);
        Api.post("/mlm/members/" + root + "/suspend", "{\"reason\": \"Left.\"}")
                .then()
                .statusCode(200);
        assertThat(refusal(() -> member(root)).meaning()).isEqualTo(Meaning.CONFLICT);
    }

    @Test
    void whatIsTooLongIsTooLarge() {
        var more = ", \"note\": \"" + "x".repeat(MORE_THAN_IS_READ) + "\"";
        assertThat(refusal(() -> gateway.distribute(NOBODY, "purchase", more)).meaning())
                .isEqualTo(Meaning.TOO_LARGE);
    }

    /// It has no word for 422, and shows the sentence.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST  | /user/register         | {\"user_id\": \"42\", \"parent_id\": \"None\"}",
                "POST  | /user/register         | {\"user_id\": ",
                "POST  | /user/register         | null",
                "POST  | /bonus/                | {\"source_user_id\": \"None\", \"trigger_type\": \"referral\"}",
                "GET   | /user/downline/None    | null",
                "PATCH | /bonus/None/mark-paid  | null"
            })
    void whatCanNotBeUnderstoodIsAnErrorWithASentence(String method, String target, String body) {
        var reply = gateway.send(method, target, body);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().get("detail").textValue()).endsWith(".");
    }

    private UUID root() {
        var id = UUID.randomUUID();
        gateway.registerWithoutSponsor(id);
        return id;
    }

    private UUID member(UUID sponsor) {
        var id = UUID.randomUUID();
        gateway.register(id, sponsor);
        return id;
    }

    private static Refused refusal(Runnable call) {
        return catchThrowableOfType(Refused.class, call::run);
    }

    private static JsonNode only(JsonNode list) {
        assertThat(list).hasSize(1);
        return list.get(0);
    }

    private static List<String> ids(JsonNode list) {
        return list.findValuesAsText("id");
    }
}
