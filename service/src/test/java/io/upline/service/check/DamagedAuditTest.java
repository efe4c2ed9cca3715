package io.upline.service.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upline.service.testing.Api;
import io.upline.service.testing.Checks;
import io.upline.service.testing.PostgresResource;
import io.upline.service.testing.Wait;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Somebody who can write to the database writes another history: the check tells where the chain is broken.
@QuarkusTest
@WithTestResource(PostgresResource.class)
@SuppressWarnings("NullAway.Init")
class DamagedAuditTest {
    /// The last but third entry, so that the chain goes on after it.
    private static final String ONE = "(SELECT max(sealed) - 3 FROM audit_entry)";

    @Inject
    DataSource database;

    private HandMade network;
    private int one;

    @BeforeEach
    void make() throws SQLException {
        network = new HandMade(database);
        Checks.assertClean();
        one = Api.get("/mlm/audit?limit=1").<Integer>path("items[0].sealed") - 3;
    }

    @AfterEach
    void mend() throws SQLException {
        network.mend();
        Wait.until(() -> Checks.findings().isEmpty());
    }

    private String changed(int entry) {
        return "Entry %d of the audit is not as it was sealed, or not in its place.".formatted(entry);
    }

    @Test
    void otherFactsAreFound() throws SQLException {
        network.damage("UPDATE audit_entry SET facts = '{\"a\": 1}' WHERE sealed = " + ONE);
        assertThat(Checks.findings()).containsExactly(changed(one));
    }

    @Test
    void anotherTimeAnotherActAndAnotherRoleAreFound() throws SQLException {
        network.damage(
                "UPDATE audit_entry SET recorded_at = recorded_at - interval '1 day' WHERE sealed = " + ONE,
                "UPDATE audit_entry SET act = 'imported' WHERE sealed = 1 + " + ONE,
                "UPDATE audit_entry SET role = 'gateway' WHERE sealed = 2 + " + ONE);
        assertThat(Checks.findings())
                .containsExactly(
                        changed(one),
                        changed(one + 1),
                        "Whoever acted in entry %d of the audit is not who was written down.".formatted(one + 2),
                        changed(one + 2));
    }

    @Test
    void anotherAuthorIsFound() throws SQLException {
        network.damage(
                "UPDATE audit_entry SET person = gen_random_uuid() WHERE sealed = " + ONE,
                "UPDATE audit_entry SET address = '192.0.2.99' WHERE sealed = 1 + " + ONE);
        assertThat(Checks.findings())
                .containsExactly(
                        "Whoever acted in entry %d of the audit is not who was written down.".formatted(one),
                        "Whoever acted in entry %d of the audit is not who was written down.".formatted(one + 1));
    }

    @Test
    void aNameExchangedByPretendingToForgetIsFound() throws SQLException {
        var person = UUID.randomUUID();
        network.damage("UPDATE audit_entry SET person = '%s', salt = NULL, address = NULL WHERE sealed = %d"
                .formatted(person, one));
        assertThat(Checks.findings())
                .containsExactly(
                        "Whoever acted in entry %d of the audit is said to be forgotten; the log never gave the pseudonym %s."
                                .formatted(one, person));
    }

    @Test
    void aBirthAndAChangePastTheServiceAreFound() throws SQLException {
        network.damage(
                """
                INSERT INTO member (number, seq, user_id, joined_at, recorded_at)
                SELECT members + 1, seq + 1, gen_random_uuid(), last_at, last_at FROM network
                """,
                "INSERT INTO member_change (seq, kind, member, reason, recorded_at)"
                        + " SELECT seq + 2, 'suspended', members + 1, 'why', last_at FROM network");
        assertThat(Checks.findings())
                .anyMatch(sentence -> sentence.startsWith("Members were born as the entries "))
                .anyMatch(sentence -> sentence.endsWith(" of the log (suspended) is not in the audit."));
    }

    @Test
    void anEntryThatWasTakenOutIsFound() throws SQLException {
        network.damage("DELETE FROM audit_entry WHERE sealed = " + ONE);
        assertThat(Checks.findings()).contains("Entry %d of the audit is missing.".formatted(one));
    }

    @Test
    void lastEntriesThatWereTakenOutAreFound() throws SQLException {
        network.damage("DELETE FROM audit_entry WHERE sealed > " + ONE);
        assertThat(Checks.findings())
                .contains("Entries %d to %d of the audit are missing.".formatted(one + 1, one + 3));
    }

    @Test
    void whoClosesTheGapByNumbersIsFound() throws SQLException {
        network.damage(
                "DELETE FROM audit_entry WHERE sealed = " + one,
                "UPDATE audit_entry SET sealed = sealed - 1 WHERE sealed = %d + 1".formatted(one),
                "UPDATE audit_entry SET sealed = sealed - 1 WHERE sealed = %d + 2".formatted(one),
                "UPDATE audit_entry SET sealed = sealed - 1 WHERE sealed = %d + 3".formatted(one),
                "UPDATE audit_chain SET sealed = sealed - 1");
        assertThat(Checks.findings()).contains(changed(one), changed(one + 1), changed(one + 2));
    }

    @Test
    void entriesThatChangedPlacesAreFound() throws SQLException {
        network.damage(
                "UPDATE audit_entry SET sealed = 1000000 WHERE sealed = " + one,
                "UPDATE audit_entry SET sealed = %d WHERE sealed = %d + 1".formatted(one, one),
                "UPDATE audit_entry SET sealed = %d + 1 WHERE sealed = 1000000".formatted(one));
        assertThat(Checks.findings()).containsExactly(changed(one), changed(one + 1), changed(one + 2));
    }

    @Test
    void aChainWithAnotherEndIsFound() throws SQLException {
        network.damage("UPDATE audit_chain SET hash = sha256('x')");
        assertThat(Checks.findings())
                .containsExactly("The audit ends with entry %d, and audit_chain says %d, or another hash of it."
                        .formatted(one + 3, one + 3));
    }

    @Test
    void aPlanThatWasWrittenOverIsFound() throws SQLException {
        network.damage("UPDATE plan SET document = document || ' '");
        assertThat(Checks.findings())
                .contains("Version 1 of the compensation plan is not the one that was put in force.");
    }
}
