package io.upline.service.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.upline.service.platform.settings.DatabaseAddress;
import io.upline.service.testing.TestPostgres;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the database refuses by itself, whatever a service tries.
class SchemaTest {
    private static final DatabaseAddress DATABASE = Replica.database();

    @BeforeAll
    static void aNetworkOfThree() {
        try (var replica = Replica.start(DATABASE, 2)) {
            var root = replica.root().userId();
            replica.below(root);
            replica.below(root);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a taken slot         | member_slot_key         | 4, 6, gen_random_uuid(), 1, 1, 1, 1, 1, 1
            a number twice       | member_pkey             | 3, 6, gen_random_uuid(), 1, 1, 3, 1, 1, 3
            a seq twice          | member_seq_key          | 4, 5, gen_random_uuid(), 1, 1, 3, 1, 1, 3
            a user twice         | member_user_id_key      | 4, 6, (SELECT user_id FROM member WHERE number = 2), 1, 1, 3, 1, 1, 3
            an unknown parent    | member_parent_fkey      | 4, 6, gen_random_uuid(), 1, 1, 3, 1, 9, 3
            an unknown sponsor   | member_sponsor_fkey     | 4, 6, gen_random_uuid(), 1, 1, 3, 9, 1, 3
            a child before       | member_order_check      | 4, 6, gen_random_uuid(), 1, 4, 3, 1, 1, 3
            no position          | member_placed_check     | 4, 6, gen_random_uuid(), 1, 1, 3, 1, 1, NULL
            position 101         | member_position_check   | 4, 6, gen_random_uuid(), 1, 1, 3, 1, 1, 101
            their own sponsor    | member_own_check        | 4, 6, gen_random_uuid(), 1, 1, 3, 4, 1, 3
            more members than log | member_number_check    | 7, 6, gen_random_uuid(), 1, 1, 3, 1, 1, 3
            """)
    void theDatabaseRefuses(String what, String constraint, String values) {
        assertThatThrownBy(() -> run("""
                INSERT INTO member (number, seq, user_id, born_sponsor, born_parent, born_position,
                                    sponsor, parent, position, joined_at, recorded_at)
                VALUES (%s, now(), now())
                """.formatted(values)))
                .as(what)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(constraint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            nobody moved            | member_change_member_kind    | 'moved', NULL, 3, NULL, NULL, NULL, NULL, NULL, 'why'
            a move without a reason | member_change_member_kind    | 'moved', 2, NULL, 3, 1, NULL, 1, 1, NULL
            a move to nowhere       | member_change_moved_kind     | 'moved', 2, NULL, NULL, NULL, NULL, NULL, NULL, 'why'
            a place for a suspended | member_change_moved_kind     | 'suspended', 2, NULL, 3, 1, NULL, NULL, NULL, 'why'
            no position             | member_change_placed_check   | 'moved', 2, NULL, 3, NULL, NULL, 1, 1, 'why'
            their own parent        | member_change_own_check      | 'moved', 2, NULL, 2, 1, NULL, 1, 1, 'why'
            their own sponsor       | member_change_own_check      | 'moved', 2, 2, NULL, NULL, 1, NULL, NULL, 'why'
            half a place before     | member_change_previous_check | 'moved', 2, NULL, 3, 1, NULL, 1, NULL, 'why'
            a place before no other | member_change_previous_check | 'moved', 2, 3, NULL, NULL, 1, 1, 1, 'why'
            suspended for nothing   | member_change_member_kind    | 'suspended', 2, NULL, NULL, NULL, NULL, NULL, NULL, NULL
            an empty reason         | member_change_reason_check   | 'suspended', 2, NULL, NULL, NULL, NULL, NULL, NULL, ''
            nobody reinstated       | member_change_member_kind    | 'reinstated', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'why'
            no pseudonym            | member_change_forgotten_kind | 'forgotten', 2, NULL, NULL, NULL, NULL, NULL, NULL, 'why'
            """)
    void theDatabaseRefusesTheChange(String what, String constraint, String values) {
        assertThatThrownBy(() -> run("""
                INSERT INTO member_change (seq, recorded_at, kind, member, sponsor, parent, position,
                                           previous_sponsor, previous_parent, previous_position, reason)
                VALUES (6, now(), %s)
                """.formatted(values)))
                .as(what)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(constraint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            a pseudonym for a suspended  | member_change_forgotten_kind  | 'suspended', 2, 'why'
            nobody forgotten             | member_change_forgotten_check | 'forgotten', NULL, 'why'
            forgotten for nothing        | member_change_forgotten_check | 'forgotten', 2, NULL
            """)
    void theDatabaseRefusesThePseudonym(String what, String constraint, String values) {
        assertThatThrownBy(() -> run("""
                INSERT INTO member_change (seq, recorded_at, pseudonym, kind, member, reason)
                VALUES (6, now(), gen_random_uuid(), %s)
                """.formatted(values)))
                .as(what)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(constraint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            a plan activated without one  | member_change_plan_kind       | 'plan_activated', NULL, NULL
            a plan scheduled without one  | member_change_plan_kind       | 'plan_scheduled', NULL, now() + interval '1 day'
            no plan withdrawn             | member_change_plan_kind       | 'plan_withdrawn', NULL, NULL
            a plan for another kind       | member_change_plan_kind       | 'something_new', 1, NULL
            a plan that is not there      | member_change_plan_version_fkey | 'plan_withdrawn', 9, NULL
            scheduled for no time         | member_change_scheduled_kind  | 'plan_scheduled', 1, NULL
            a time for one at once        | member_change_scheduled_kind  | 'plan_activated', 1, now() + interval '1 day'
            scheduled for now             | member_change_scheduled_check | 'plan_scheduled', 1, now()
            scheduled for the past        | member_change_scheduled_check | 'plan_scheduled', 1, now() - interval '1 day'
            a version activated twice     | member_change_planned         | 'plan_activated', 1, NULL
            an activated one scheduled    | member_change_planned         | 'plan_scheduled', 1, now() + interval '1 day'
            """)
    void theDatabaseRefusesThePlan(String what, String constraint, String values) {
        assertThatThrownBy(() -> run("""
                INSERT INTO member_change (seq, recorded_at, kind, plan_version, effective_at) VALUES (6, now(), %s)
                """.formatted(values)))
                .as(what)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(constraint);
    }

    @Test
    void noPlanIsWithdrawnTwice() {
        assertThatThrownBy(() -> run("""
                INSERT INTO member_change (seq, recorded_at, kind, plan_version)
                VALUES (6, now(), 'plan_withdrawn', 1), (7, now(), 'plan_withdrawn', 1)
                """)).hasMessageContaining("member_change_withdrawn");
    }

    @Test
    void nobodyIsForgottenTwice() {
        assertThatThrownBy(() -> run("""
                INSERT INTO member_change (seq, recorded_at, pseudonym, kind, member, reason)
                VALUES (6, now(), gen_random_uuid(), 'forgotten', 2, 'why'),
                       (7, now(), gen_random_uuid(), 'forgotten', 2, 'why')
                """)).hasMessageContaining("member_change_forgotten");
    }

    /// The view is what the feed reads: everything that has a place in the log, once.
    @Test
    void theLogIsReadWhole() throws SQLException {
        try (var connection = TestPostgres.connect(DATABASE);
                var row = connection.createStatement().executeQuery("""
                                SELECT array_agg(seq ORDER BY seq)::text, array_agg(kind ORDER BY seq)::text FROM log_entry
                                """)) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("{1,2,3,4,5}");
            assertThat(row.getString(2)).isEqualTo("{width_changed,plan_activated,born,born,born}");
        }
    }

    @Test
    void thereIsOneNetworkOnly() {
        assertThatThrownBy(() -> run("INSERT INTO network (id) VALUES (2)")).hasMessageContaining("network_id_check");
        assertThatThrownBy(() -> run("INSERT INTO network (id) VALUES (1)")).hasMessageContaining("network_pkey");
    }

    @Test
    void theLogHasNoGaps() throws SQLException {
        try (var connection = TestPostgres.connect(DATABASE);
                var row = connection.createStatement().executeQuery("""
                                SELECT count(*), max(seq), (SELECT seq FROM network)
                                FROM (SELECT seq FROM member UNION SELECT seq FROM member_change) AS log
                                """)) {
            row.next();
            assertThat(row.getLong(1)).isEqualTo(row.getLong(2)).isEqualTo(row.getLong(3));
        }
    }

    private static void run(String sql) throws SQLException {
        try (var connection = TestPostgres.connect(DATABASE);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
