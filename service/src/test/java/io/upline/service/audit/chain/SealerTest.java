package io.upline.service.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.upline.service.audit.Act;
import io.upline.service.audit.AuditWriter;
import io.upline.service.audit.Author;
import io.upline.service.audit.Deed;
import io.upline.service.bonus.AtOnce;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.settings.DatabaseAddress;
import io.upline.service.testing.TestPostgres;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/// Sealing, by one replica and by several, and what the database refuses.
class SealerTest {
    private static final int REPLICAS = 4;
    private static final long AT_MICROS = 1_800_000_000_000_000L;
    private static final Author PERSON = new Author("admin", null, UUID.randomUUID(), "192.0.2.7");

    private final DatabaseAddress address = TestPostgres.freshDatabase();
    private final Database database = new Database(pool());
    private final AuditWriter audit = new AuditWriter();
    private final Sealer sealer = new Sealer(database);

    private PGSimpleDataSource pool() {
        var source = new PGSimpleDataSource();
        source.setUrl(address.jdbcUrl());
        source.setUser(address.user());
        source.setPassword(address.password());
        return source;
    }

    @BeforeEach
    void migrate() {
        Flyway.configure()
                .dataSource(address.jdbcUrl(), address.user(), address.password())
                .load()
                .migrate();
    }

    private void write(int entries) {
        for (int i = 0; i < entries; i++) {
            database.transaction(connection -> {
                audit.write(connection, PERSON, Deed.toAll(Act.WIDTH_CHANGED, json -> {}), AT_MICROS);
                return true;
            });
        }
    }

    private ChainHead proven() {
        var findings = new ArrayList<String>();
        var head = database.snapshot(connection -> ChainCheck.run(connection, findings::add, entries -> {}));
        assertThat(findings).isEmpty();
        return head;
    }

    @Test
    void nothingIsTheBeginning() {
        sealer.seal();
        assertThat(proven()).isEqualTo(ChainHead.START);
    }

    @Test
    void moreThanOneTransactionTakesIsAllSealed() {
        database.transaction(connection -> {
            for (int i = 0; i < 2 * Sealer.SEALED_ENTRIES + 1; i++) {
                audit.write(connection, PERSON, Deed.toAll(Act.WIDTH_CHANGED, json -> {}), AT_MICROS);
            }
            return true;
        });
        sealer.seal();
        assertThat(proven().number()).isEqualTo(2 * Sealer.SEALED_ENTRIES + 1);
    }

    @Test
    void anotherReplicaGoesOnWhereTheFirstOneEnded() {
        write(3);
        sealer.seal();
        var first = proven();
        write(2);
        new Sealer(new Database(pool())).seal();
        assertThat(first.number()).isEqualTo(3);
        assertThat(proven().number()).isEqualTo(5);
        assertThat(hashOf(3)).isEqualTo(first.hash());
    }

    private String hashOf(int number) {
        return database.transaction(connection -> {
            try (var select =
                    connection.prepareStatement("SELECT encode(hash, 'hex') FROM audit_entry WHERE sealed = ?")) {
                select.setInt(1, number);
                var row = select.executeQuery();
                row.next();
                return row.getString(1);
            }
        });
    }

    @Test
    void replicasThatSealWhileAllWriteNeverForkTheChain() throws Exception {
        var replicas = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < REPLICAS; i++) {
            var own = new Sealer(new Database(pool()));
            replicas.add(() -> {
                for (int round = 0; round < 25; round++) {
                    write(2);
                    own.seal();
                }
                return true;
            });
        }
        AtOnce.all(replicas);
        assertThat(proven().number()).isEqualTo(REPLICAS * 25 * 2);
    }

    @Test
    void whatIsCommittedLateIsSealedLaterWhateverItsId() throws SQLException {
        try (var late = pool().getConnection()) {
            late.setAutoCommit(false);
            audit.write(late, PERSON, Deed.toAll(Act.WIDTH_CHANGED, json -> {}), AT_MICROS);
            write(2);
            sealer.seal();
            late.commit();
        }
        sealer.seal();
        assertThat(proven().number()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM audit_entry",
                "TRUNCATE audit_entry",
                "UPDATE audit_entry SET facts = '{}', act = 'moved'",
                "UPDATE audit_entry SET person = gen_random_uuid()",
                "UPDATE audit_entry SET address = NULL",
                "UPDATE audit_entry SET salt = NULL",
                "UPDATE audit_entry SET salt = NULL, address = NULL, role = 'member'",
                "UPDATE audit_entry SET sealed = sealed + 1",
                "UPDATE audit_entry SET hash = sha256('x')",
                "UPDATE audit_entry SET sealed = NULL, hash = NULL",
                "DELETE FROM audit_chain",
                "TRUNCATE audit_chain",
                "UPDATE audit_chain SET sealed = 0",
                "UPDATE audit_chain SET hash = sha256('x')"
            })
    void nothingIsTakenBack(String sql) {
        write(1);
        sealer.seal();
        assertThatThrownBy(() -> run(sql))
                .isInstanceOf(SQLException.class)
                .message()
                .matches("(?s).*(stays there as it is|only goes on).*");
        assertThat(proven().number()).isOne();
    }

    private void run(String sql) throws SQLException {
        try (var connection = pool().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"NULL", "gen_random_uuid()"})
    void aPersonIsForgottenWithoutBreakingTheChainAndOnce(String pseudonym) throws SQLException {
        write(2);
        sealer.seal();
        write(1);
        var before = proven();
        run("UPDATE audit_entry SET person = %s, address = NULL, salt = NULL".formatted(pseudonym));
        assertThat(proven()).isEqualTo(before);
        assertThatThrownBy(() -> run("UPDATE audit_entry SET person = gen_random_uuid()"))
                .hasMessageContaining("stays there as it is");
        sealer.seal();
        assertThat(proven().number()).isEqualTo(3);
    }

    /// As `docs/ACCESS.md` tells whoever wants to prove the chain without this service.
    @Test
    void theHashesAreMadeAsTheDocumentSays() throws SQLException {
        database.transaction(connection -> {
            audit.write(connection, PERSON, Deed.toAll(Act.MOVED, json -> json.writeNumberField("seq", 7)), AT_MICROS);
            return true;
        });
        sealer.seal();
        run("""
                CREATE FUNCTION field(value text) RETURNS bytea LANGUAGE sql AS $$
                  SELECT CASE WHEN value IS NULL THEN int4send(-1)
                         ELSE int4send(octet_length(convert_to(value, 'UTF8'))) || convert_to(value, 'UTF8') END
                $$
                """);
        assertThat(isTrue("""
                SELECT who_hash = sha256(field(encode(salt, 'hex')) || field(role) || field(key) || field(person::text)
                                         || field(address))
                FROM audit_entry
                """)).isTrue();
        assertThat(isTrue("""
                SELECT hash = sha256(field(repeat('0', 64)) || field(sealed::text) || field(id::text)
                                     || field(((extract(epoch FROM recorded_at) * 1000000)::bigint)::text) || field(act)
                                     || field(role) || field(key) || field(encode(who_hash, 'hex'))
                                     || field(subject::text) || field(births::text) || field(events::text)
                                     || field(facts))
                FROM audit_entry
                """)).isTrue();
    }

    private boolean isTrue(String sql) throws SQLException {
        try (var connection = pool().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
