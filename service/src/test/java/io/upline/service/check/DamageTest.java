package io.upline.service.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upline.service.check.memory.FigureCheck;
import io.upline.service.check.memory.MemoryCheck;
import io.upline.service.check.rule.Findings;
import io.upline.service.openapi.Documented;
import io.upline.service.testing.Checks;
import io.upline.service.testing.PostgresResource;
import io.upline.service.testing.Wait;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Somebody writes to the database by hand, and the running service doesn't notice: the check does, and says so.
@QuarkusTest
@WithTestResource(PostgresResource.class)
@SuppressWarnings("NullAway.Init")
class DamageTest {
    @Inject
    DataSource database;

    private HandMade network;

    @BeforeEach
    void make() throws SQLException {
        network = new HandMade(database);
        Checks.assertClean();
    }

    @AfterEach
    void mend() throws SQLException {
        network.mend();
        Wait.until(() -> Checks.findings().isEmpty());
    }

    private void assertFound(String... sentences) {
        assertThat(Checks.findings())
                .containsExactlyInAnyOrder(
                        Stream.of(sentences).map(network::filled).toArray(String[]::new));
    }

    private void assertFoundLike(String... patterns) {
        var findings = Checks.findings();
        assertThat(findings).as(findings.toString()).hasSameSizeAs(patterns);
        for (var pattern : patterns) {
            assertThat(findings).anyMatch(finding -> finding.matches(network.filled(pattern)));
        }
    }

    @Test
    void aParentWrittenOverIsNeitherTheLogsNorMemorys() throws SQLException {
        network.damage("UPDATE member SET parent = {n4} WHERE number = {n5}");
        assertFound(
                "User {u5} stands under {u4} at position 1, sponsored by {u1}; the log says under {u2} at 1, by {u1}.",
                "User {u5} stands under {u2} at position 1 in memory, and under {u4} at position 1 in the database.");
    }

    @Test
    void aSponsorWrittenOverIsNeitherTheLogsNorMemorys() throws SQLException {
        network.damage("UPDATE member SET sponsor = {n4} WHERE number = {n6}");
        assertFound(
                "User {u6} stands under {u3} at position 1, sponsored by {u4}; the log says under {u3} at 1, by {u3}.",
                "User {u6} was sponsored by {u3} in memory, and by {u4} in the database.");
    }

    @Test
    void aMemberWhoWasMadeARootIsFound() throws SQLException {
        network.damage("""
                UPDATE member SET parent = NULL, position = NULL, sponsor = NULL,
                       born_parent = NULL, born_position = NULL, born_sponsor = NULL WHERE number = {n6}
                """);
        assertFound(
                "User {u6} stands under {u3} at position 1 in memory, and under nobody in the database.",
                "User {u6} was sponsored by {u3} in memory, and by nobody in the database.");
    }

    @Test
    void anotherIdAndAnotherTimeAreFound() throws SQLException {
        network.damage(
                "UPDATE member SET user_id = '00000000-0000-4000-8000-000000000001' WHERE number = {n4}",
                "UPDATE member SET joined_at = '2020-01-01T00:00:00Z' WHERE number = {n5}");
        assertFoundLike(
                "Member number {n4} is user {u4} in memory, and user 00000000-0000-4000-8000-000000000001 in the database.",
                "User {u5} joined at .* in memory, and at 2020-01-01T00:00:00Z in the database.");
    }

    @Test
    void aSuspensionAndAChangeThatNobodyMadeAreFound() throws SQLException {
        network.damage(
                "UPDATE member SET suspended = true WHERE number = {n4}",
                "UPDATE member SET sponsored_seq = {s7} WHERE number = {n5}",
                "UPDATE member SET updated_at = '2030-01-01T00:00:00Z' WHERE number = {n6}");
        assertFound(
                "User {u4} is suspended; the log says the opposite.",
                "User {u5} has the present sponsor since entry {s7}; the log says since the birth.",
                "User {u6} was last changed at 2030-01-01 00:00:00; the log says at no time.",
                "User {u4} is not suspended in memory, and suspended in the database.",
                "User {u6} was changed never in memory, and at 2030-01-01T00:00:00Z in the database.");
    }

    @Test
    void aDeletedMemberIsFound() throws SQLException {
        network.damage("DELETE FROM member WHERE number = {n6}");
        assertFoundLike(
                "Entry {s6} of the log is missing.",
                "Member number {n6} is missing.",
                "There are .* members, and network.members says {n7}.",
                "User {u6} is member number {n6} in memory, and not in the database.");
    }

    @Test
    void twoDeletedMembersAreFound() throws SQLException {
        network.damage("DELETE FROM member WHERE number IN ({n5}, {n6})");
        assertThat(Checks.findings())
                .contains(network.filled("Entries {s5} to {s6} of the log are missing."))
                .contains(network.filled("Members number {n5} to {n6} are missing."));
    }

    @Test
    void aCounterThatCountsOnIsFound() throws SQLException {
        network.damage("UPDATE network SET seq = seq + 1, members = members - 1");
        assertFoundLike(
                "The log ends with entry {s7}, and network.seq says .*",
                "There are {n7} members, and network.members says {n6}.",
                "Memory has {s7} entries of the log, and the database .*",
                "Memory has {n7} members, and the database {n6}.");
    }

    @Test
    void somebodyWithoutTheirPseudonymIsFound() throws SQLException {
        network.damage("""
                INSERT INTO member_change (seq, kind, member, pseudonym, reason, recorded_at)
                SELECT {s6}, 'forgotten', {n4}, '00000000-0000-4000-8000-000000000001', 'why', recorded_at
                FROM member WHERE number = {n6}
                """);
        assertThat(Checks.findings())
                .contains(
                        network.filled(
                                "Entry {s6} of the log gives member number {n4} the pseudonym 00000000-0000-4000-8000-000000000001; the member has the id {u4}."));
    }

    @Test
    void anEntryThatIsThereTwiceIsFound() throws SQLException {
        network.damage("""
                INSERT INTO member_change (seq, kind, recorded_at)
                SELECT seq, 'teleported', recorded_at FROM member WHERE number = {n6}
                """);
        assertFound("Entry {s6} of the log is there twice.");
    }

    @Test
    void timeThatGoesBackIsFound() throws SQLException {
        network.damage(
                "UPDATE member SET recorded_at = recorded_at + interval '1 day' WHERE number = {n6}",
                "UPDATE network SET last_at = '-infinity'");
        assertFoundLike(
                "Entry {s7} of the log was recorded at .*, and entry {s6} before it at .*, which is later.",
                "The log goes on until .*, and network.last_at says -infinity.");
    }

    @Test
    void birthsInAnotherOrderThanTheirNumbersAreFound() throws SQLException {
        network.damage(
                "UPDATE member SET seq = 1000000 WHERE number = {n5}",
                "UPDATE member SET seq = {s5} WHERE number = {n6}",
                "UPDATE member SET seq = {s6} WHERE number = {n5}",
                "UPDATE member SET recorded_at = (SELECT max(recorded_at) FROM member WHERE number < {n7}) WHERE number IN ({n5}, {n6})");
        assertThat(Checks.findings())
                .contains(network.filled(
                        "User {u6} is member number {n6}, and was born, as entry {s5}, before number {n5}."));
    }

    @Test
    void aWidthAndAPlanThatNobodyPutInForceAreFound() throws SQLException {
        network.damage(
                "INSERT INTO plan SELECT 2, document, recorded_at FROM plan ON CONFLICT DO NOTHING",
                "UPDATE network SET width = 5, plan_version = 2");
        assertFound(
                "The log ends with the width 3, and network.width says 5.",
                "The log ends with version 1 of the plan, and network.plan_version says 2.",
                "Memory has 3 as the width in force, and the database 5.");
    }

    @Test
    void aVersionOfThePlanThatMemoryDoesNotKnowIsFound() throws SQLException {
        network.damage("INSERT INTO plan SELECT 2, document, recorded_at FROM plan", """
                INSERT INTO member_change (seq, kind, plan_version, recorded_at, effective_at)
                VALUES (0, 'plan_scheduled', 2, '-infinity', 'infinity')
                """);
        assertFound(
                "Entry 0 of the log lies before the first place, which is 1.",
                "Memory has 1 entries about the plan, and the database 2.");
    }

    @Test
    void anEventThatWasPaidByAnotherPlanThanThatOfItsTimeIsFound() throws SQLException {
        network.damage(
                "INSERT INTO plan SELECT 2, document, recorded_at FROM plan",
                "UPDATE bonus_event SET plan_version = 2 WHERE source = {n5}");
        assertFoundLike("Event .* was paid by version 2 of the plan, and version 1 was in force.");
    }

    @Test
    void aPositionThatNeverExistedIsFound() throws SQLException {
        network.damage("UPDATE member SET position = 4, born_position = 4 WHERE number = {n4}");
        assertFound(
                "User {u4} stands at position 4 under {u1}; the matrix was never wider than 3.",
                "User {u4} stands under {u1} at position 3 in memory, and under {u1} at position 4 in the database.");
    }

    @Test
    void aParentThatDoesNotExistIsFound() throws SQLException {
        network.damage("UPDATE member SET parent = 1000000 WHERE number = {n5}");
        assertThat(Checks.findings())
                .contains(
                        network.filled(
                                "User {u5} stands under member number 1000000, sponsored by number {n1}; the last number is {n7}."))
                .contains(
                        network.filled(
                                "User {u5} stands under {u2} at position 1 in memory, and under member number 1000000 at position 1 in the database."));
    }

    @Test
    void theLastMoveSaysWhereAMemberStands() throws SQLException {
        network.damage("""
                UPDATE member_change SET kind = 'moved', plan_version = NULL, member = {n3}, parent = {n2}, position = 2,
                       reason = 'why'
                WHERE kind = 'plan_activated'
                """, """
                INSERT INTO member_change (seq, kind, plan_version, recorded_at)
                VALUES (0, 'plan_activated', 1, '-infinity')
                """);
        var finding = network.filled(
                "User {u3} stands under {u1} at position 2, sponsored by {u1}; the log says under {u2} at 2, by {u1}.");
        assertThat(Checks.findings())
                .contains(finding)
                .contains(network.filled(
                        "Entry 2 of the log (moved) names user {u3}, who was born later, as entry {s3}."))
                .contains("Entry 0 of the log lies before the first place, which is 1.");
        network.damage("""
                UPDATE member SET parent = {n2}, updated_at = (SELECT recorded_at FROM member_change WHERE seq = 2)
                WHERE number = {n3}
                """);
        assertThat(Checks.findings())
                .noneMatch(sentence -> sentence.contains("the log says"))
                .contains(
                        network.filled(
                                "User {u3} stands under {u1} at position 2 in memory, and under {u2} at position 2 in the database."));
    }

    @Test
    void aBonusWithoutItsEventIsFound() throws SQLException {
        network.damage("DELETE FROM bonus_event WHERE source = {n5}");
        assertFoundLike(
                "Bonus .* of user {u2} has no event; .* is missing.",
                "Bonus .* of user {u1} has no event; .* is missing.",
                "referral may be paid once for \"source:{n5}\", and was by event .*, which is missing.");
    }

    @Test
    void aBonusThatContradictsItsEventIsFound() throws SQLException {
        network.damage(
                "UPDATE bonus SET currency = 'EUR' WHERE source = {n5} AND earner = {n1}",
                "UPDATE bonus SET source = {n4} WHERE source = {n5} AND earner = {n2}");
        assertFoundLike(
                "Bonus .* of user {u1} is in EUR, and its event .* in USD.",
                "Bonus .* of user {u2} came from member number {n4}, and its event .* from number {n5}.",
                "Bonus .* of 5.0000 EUR, of which 0.0000 was taken back, is pending; .* in USD.");
    }

    @Test
    void aKeyOfAnotherEventIsFound() throws SQLException {
        network.damage("UPDATE bonus_once SET once_key = 'source:{n4}' WHERE once_key = 'source:{n5}'");
        assertFoundLike(
                "referral may be paid once for \"source:{n4}\", and event .*, which has that key, is of referral for source:{n5}.");
    }

    @Test
    void whatWasPaidAsOfTheFutureOrBeforeTheBirthIsFound() throws SQLException {
        network.damage(
                "UPDATE bonus_event SET as_of_seq = 1000000 WHERE source = {n5}",
                "UPDATE member_rank SET as_of_seq = 1000000 WHERE member = {n1}");
        assertFoundLike(
                "Event .* of user {u5}, who was born as entry {s5}, was paid as of entry 1000000 of {s7}.",
                "The rank of user {u1} was evaluated as of entry 1000000; network.seq is {s7}.");
        network.damage(
                "UPDATE bonus_event SET as_of_seq = 2 WHERE source = {n5}",
                "UPDATE member_rank SET as_of_seq = 1 WHERE member = {n1}");
        assertFoundLike("Event .* of user {u5}, who was born as entry {s5}, was paid as of entry 2 of {s7}.");
    }

    @Test
    void ofManyFindingsTheFirstAreToldAndTheOthersCounted() throws SQLException {
        network.damage(
                "INSERT INTO bonus_once SELECT 'referral', n::text, gen_random_uuid() FROM generate_series(1, 150) AS n");
        Documented.get("/mlm/check", "")
                .statusCode(200)
                .body("ok", equalTo(false))
                .body("findings", hasSize(Findings.MOST))
                .body("findings_left_out", equalTo(50));
    }

    @Test
    void moreDifferentMembersThanAreReadAtOnceAreAllCounted() throws SQLException {
        var many = Math.max(MemoryCheck.SUSPECTS_AT_ONCE, FigureCheck.MEMBERS_AT_ONCE) + 1;
        network.damage(
                """
                INSERT INTO member (number, seq, user_id, joined_at, recorded_at)
                SELECT {n7} + n, {s7} + n, gen_random_uuid(), last_at, last_at FROM network, generate_series(1, %d) AS n
                """.formatted(many + 1),
                "UPDATE network SET seq = seq + %1$d, members = members + %1$d".formatted(many + 1));
        assertThat(Checks.findings()).hasSize(1).allMatch(sentence -> sentence.startsWith("Members were born as"));
        // The last one stays as it is: that one is looked at with every batch.
        network.damage("""
                UPDATE member SET joined_at = '2020-01-01T00:00:00Z'
                WHERE number > {n7} AND number < (SELECT members FROM network)
                """);
        Documented.get("/mlm/check", "").body("findings_left_out", equalTo(many + 1 - Findings.MOST));
    }

    @Test
    void memoryThatIsNotThereIsFound() throws SQLException {
        network.damage(
                "INSERT INTO member_change (seq, kind, recorded_at) SELECT seq + 1, 'teleported', last_at FROM network",
                "UPDATE network SET seq = seq + 1");
        Wait.until(
                () -> Checks.findings()
                        .contains(
                                "This instance's memory could not be compared: The network is being loaded again. Try again in a moment."));
    }
}
