package io.upline.service.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upline.service.testing.Checks;
import io.upline.service.testing.PostgresResource;
import io.upline.service.testing.Wait;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Somebody writes to the ledger by hand: the check says what doesn't add up.
@QuarkusTest
@WithTestResource(PostgresResource.class)
@SuppressWarnings("NullAway.Init")
class DamagedLedgerTest {
    private static final String FIRST_EARNED = "(SELECT id FROM bonus WHERE source = {n5} AND earner = {n1})";

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DELETE FROM posting WHERE bonus = {bonus} | Bonus .* has no postings.
            DELETE FROM bonus WHERE id = {bonus} | There are postings of bonus .*, which is missing.
            UPDATE posting SET amount = 6 WHERE bonus = {bonus} | .* of 5.0000 USD, .* say 6.0000, 0, 0 held and 6.0000 to be paid.*
            UPDATE posting SET to_member = {n4} WHERE bonus = {bonus} | Bonus .* of 5.0000 USD, .* of member number {n4} say .*
            UPDATE posting SET to_account = 'held' WHERE bonus = {bonus} | Bonus .* is pending; .* 5.0000 held and 0 to be paid.*
            UPDATE bonus SET status = 'paid', paid_at = created_at WHERE id = {bonus} | Bonus .* is paid; .* and 5.0000 to be paid.*
            UPDATE bonus SET reversed = 1 WHERE id = {bonus} | Bonus .*, of which 1.0000 was taken back, .*
            """)
    void whatABonusAndItsPostingsDoNotAgreeOnIsFound(String sql, String sentence) throws SQLException {
        network.damage(sql.replace("{bonus}", FIRST_EARNED));
        // Whether a balance is wrong too depends on whether the posting was in a checkpoint by then.
        assertFound(finding -> !finding.startsWith("The balance "), sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            INSERT INTO debt VALUES ({n4}, 'USD', 3) | Member number {n4} owes 3.0000 USD; the postings say 0.
            INSERT INTO adjustment (id, member, kind, amount, currency, reason, status, recorded_at, decided_at) SELECT gen_random_uuid(), {n4}, 'credit', 2, 'USD', 'a gift', 'posted', now(), now() | The adjustment .*, a credit of 2.0000 USD for member number {n4}, is posted; its postings are none.
            WITH asked AS (INSERT INTO adjustment (id, member, kind, amount, currency, reason, status, recorded_at, decided_at) SELECT gen_random_uuid(), {n4}, 'credit', 2, 'USD', 'a gift', 'posted', now(), now() RETURNING id) INSERT INTO posting (kind, from_account, to_account, to_member, amount, currency, adjustment, posted_at) SELECT 'credited', 'adjustment', 'payable', {n3}, 2, 'USD', id, now() FROM asked | The adjustment .*, a credit of 2.0000 USD for member number {n4}, is posted; its postings are credit of 2.0000 USD for member number {n3}.
            INSERT INTO posting (kind, from_account, to_account, to_member, amount, currency, adjustment, posted_at) SELECT 'credited', 'adjustment', 'payable', {n4}, 2, 'USD', gen_random_uuid(), now() | There are postings of adjustment .*, which is missing.
            INSERT INTO reversal (id, event, whole, recorded_at) SELECT gen_random_uuid(), id, true, now() FROM bonus_event WHERE source = {n5} | Of event .* of no amount, all was refunded, and not all of its bonuses are taken back.
            """)
    void whatNoPostingBacksIsFound(String sql, String sentence) throws SQLException {
        network.damage(sql);
        assertFound(sentence);
    }

    @Test
    void aMemberWithLessThanNothingIsFound() throws SQLException {
        network.damage("""
                INSERT INTO posting (kind, from_account, from_member, to_account, to_member, amount, currency, bonus, posted_at)
                SELECT 'paid', 'payable', {n1}, 'paid_out', {n1}, 7, 'USD', id, now() FROM bonus
                WHERE source = {n5} AND earner = {n1}
                """);
        assertFound(
                "The balance payable of member number {n1} is -2.0000 USD.",
                "Bonus .* of 5.0000 USD, .* is pending; .* 0 held and -2.0000 to be paid.*");
    }

    @Test
    void aBalanceThatIsNotItsPostingsIsFoundAndSoIsThatNothingSumsToZeroAnyMore() throws SQLException {
        network.damage("INSERT INTO balance VALUES ('payable', {n7}, NULL, 'USD', 4)");
        assertFound(
                "All balances in USD sum to 4.0000, not to zero.",
                "The balance payable of member number {n7} is kept as 4.0000 USD; its postings come to 0.");
    }

    private void assertFound(String... patterns) {
        assertFound(finding -> true, patterns);
    }

    private void assertFound(Predicate<String> among, String... patterns) {
        var findings = Checks.findings().stream().filter(among).toList();
        assertThat(findings).as(findings.toString()).hasSameSizeAs(patterns);
        for (var pattern : patterns) {
            assertThat(findings).anyMatch(finding -> finding.matches(network.filled(pattern)));
        }
    }
}
