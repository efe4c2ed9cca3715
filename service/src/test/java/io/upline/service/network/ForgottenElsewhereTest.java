package io.upline.service.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.upline.engine.genealogy.Genealogy;
import io.upline.engine.genealogy.GenealogyCheck;
import io.upline.engine.genealogy.Member;
import io.upline.service.network.command.MemberChange.Kind;
import io.upline.service.network.log.LogEntry;
import io.upline.service.network.log.NetworkLog;
import io.upline.service.network.stored.FoundTraces;
import io.upline.service.platform.settings.DatabaseAddress;
import io.upline.service.testing.EveryColumn;
import io.upline.service.testing.TestPostgres;
import io.upline.service.testing.Wait;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Somebody is forgotten through one replica: the others follow, and none takes it for a database that went back.
class ForgottenElsewhereTest {
    private final DatabaseAddress database = Replica.database();
    private final Replica one = Replica.start(database, 3);
    private final Replica other = Replica.start(database, 3);
    private final Genealogy seenByOther = other.network().genealogy();

    @AfterEach
    void stop() {
        one.close();
        other.close();
    }

    private static UUID forget(Replica replica, UUID userId) {
        var pseudonym = UUID.randomUUID();
        replica.change(userId, new Kind.Forgetting(pseudonym, FoundTraces.NONE_YET))
                .toCompletableFuture()
                .join();
        return pseudonym;
    }

    private static List<Member> members(Replica replica) {
        var members = new ArrayList<Member>();
        replica.network().genealogy().forEach(members::add);
        return members;
    }

    private void followed() {
        var asOf = one.network().genealogy().asOf();
        Wait.until(() -> other.network().genealogy().asOf() == asOf);
        assertThat(other.network().genealogy()).as("read again").isSameAs(seenByOther);
        assertThat(members(other)).isEqualTo(members(one));
        assertThat(GenealogyCheck.of(seenByOther)).isEmpty();
    }

    private void nobodyIs(UUID userId) throws SQLException {
        assertThat(one.network().genealogy().indexOf(userId)).isEqualTo(Genealogy.NONE);
        assertThat(seenByOther.indexOf(userId)).isEqualTo(Genealogy.NONE);
        try (var connection = TestPostgres.connect(database)) {
            assertThat(EveryColumn.holding(connection, userId)).isEmpty();
        }
    }

    @Test
    void anotherReplicaFollowsOnItsTimer() throws SQLException {
        var root = one.root().userId();
        var member = one.below(root).userId();
        one.below(member);
        followed();
        var pseudonym = forget(one, member);
        followed();
        nobodyIs(member);
        assertThat(seenByOther.indexOf(pseudonym)).isEqualTo(1);
    }

    @Test
    void theLastBirthMayBeForgottenBehindAReplicasBack() throws SQLException {
        var root = one.root().userId();
        followed();
        var last = one.below(root).userId();
        followed();
        forget(one, last);
        followed();
        nobodyIs(last);
    }

    @Test
    void aLoneWriterGoesOnAfterItsLastBirthWasForgottenElsewhere() throws SQLException {
        var root = one.root().userId();
        for (int i = 0; i < 3; i++) {
            one.below(root);
        }
        var last = one.below(root).userId();
        Wait.until(() -> other.network().genealogy().indexOf(last) != Genealogy.NONE);
        forget(other, last);
        assertThat(one.below(root).seq()).isEqualTo(9);
        assertThat(one.below(root).seq()).isEqualTo(10);
        followed();
        nobodyIs(last);
    }

    @Test
    void aWriterGoesOnAfterItForgotItsLastBirth() throws SQLException {
        var root = one.root().userId();
        var last = one.below(root).userId();
        forget(one, last);
        one.below(root);
        one.below(root);
        followed();
        nobodyIs(last);
    }

    /// Everything while nobody looks: births, one of them forgotten, and the same user born again and forgotten.
    @Test
    void whoStartsOrLooksLaterFindsThePseudonymsFromTheBirthOn() throws SQLException {
        var root = one.root().userId();
        followed();
        var user = UUID.randomUUID();
        for (int times = 0; times < 3; times++) {
            one.submit(user, Optional.of(root)).toCompletableFuture().join();
            one.below(user);
            forget(one, user);
        }
        one.below(root);
        followed();
        nobodyIs(user);
        try (var third = Replica.start(database, 3)) {
            assertThat(members(third)).isEqualTo(members(one));
        }
    }

    /// The outcome of a COMMIT is looked up, and the batch is there: with a pseudonym by now.
    @Test
    void aBatchIsFoundInTheLogThoughItsLastBirthWasForgotten() throws SQLException {
        var root = one.root();
        var entry = new LogEntry.Birth(root.seq(), 1, root.userId(), null, null, 0, root.joinedAtMicros());
        assertThat(LogEntry.isFirst(entry, since(root.seq()))).isTrue();
        forget(one, root.userId());
        assertThat(LogEntry.isFirst(entry, since(root.seq()))).isTrue();
        var another = new LogEntry.Birth(root.seq(), 1, root.userId(), null, null, 0, root.joinedAtMicros() + 1);
        assertThat(LogEntry.isFirst(another, since(root.seq()))).isFalse();
        assertThat(LogEntry.isFirst(entry, since(root.seq()).subList(0, 1))).isFalse();
        assertThat(LogEntry.isFirst(entry, List.of())).isFalse();
    }

    private List<LogEntry> since(long seq) throws SQLException {
        try (var connection = TestPostgres.connect(database)) {
            return NetworkLog.since(connection, seq);
        }
    }
}
