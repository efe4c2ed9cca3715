package io.upline.service.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import io.upline.service.network.Replica;
import io.upline.service.network.command.MemberChange.Kind;
import io.upline.service.platform.settings.DatabaseAddress;
import io.upline.service.testing.TestRedis;
import io.upline.service.testing.Wait;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two replicas with a real Redis between them.
class SharedDocumentsTest {
    private static final int FOREIGN_KEYS = 20_000;
    private static final RedisCodec<String, byte[]> BYTES = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

    private final TestRedis server = TestRedis.started();
    private final DatabaseAddress database = Replica.database();
    private final SharingReplica one = SharingReplica.start(database, server.url());
    private final SharingReplica other = SharingReplica.start(database, server.url());
    private UUID top = new UUID(0, 0);
    private UUID left = top;
    private UUID right = top;

    @BeforeEach
    void registerSome() {
        top = one.replica().root().userId();
        left = one.replica().below(top).userId();
        right = one.replica().below(top).userId();
        other.at(right);
        Wait.until(() -> other.isWanted(top));
    }

    @AfterEach
    void close() {
        other.close();
        one.close();
        server.close();
    }

    @Test
    void whatOneReplicaWroteAnotherFinds() {
        one.share(top);
        assertThat(other.foundSoon(top)).isEqualTo(SharingReplica.text(other.at(top)));
        Wait.until(() -> !other.isWanted(top));
    }

    @Test
    void aBirthRemovesTheDocumentsOfAllAboveAndNoOthers() {
        one.share(top);
        one.share(left);
        one.share(right);
        var born = other.replica().below(left).userId();
        assertThat(other.found(top)).isEmpty();
        assertThat(other.found(left)).isEmpty();
        assertThat(other.foundSoon(right)).isEqualTo("[]");
        one.at(born);
        assertThat(one.found(top)).isEmpty();
        Wait.until(() -> one.stored(top).isEmpty() && one.stored(left).isEmpty());
        assertThat(one.stored(right)).contains("[]");
        Wait.until(() -> one.isWanted(top));
        one.share(top);
        assertThat(other.foundSoon(top)).isEqualTo(SharingReplica.text(one.at(top)));
    }

    @Test
    void aChangeRemovesTheDocumentsOfThoseBelowAsWell() {
        var below = one.replica().below(left).userId();
        other.at(below);
        one.share(below);
        one.replica().change(left, new Kind.Suspension()).toCompletableFuture().join();
        assertThat(one.found(below)).isEmpty();
        Wait.until(() -> one.stored(below).isEmpty());
    }

    @Test
    void whoeverIsLateDoesNotPutAnOlderOneBack() {
        var late = one.document(top).orElseThrow();
        var born = other.replica().below(left).userId();
        one.at(born);
        other.share(top);
        var newer = other.stored(top);
        one.documents().offer(SharingReplica.name(top), late);
        other.replica().below(right);
        Wait.until(() -> other.stored(top).isEmpty());
        one.documents().offer(SharingReplica.name(top), late);
        // Redis does one thing after the other: what is written after it shows that it was refused.
        one.share(right);
        assertThat(one.stored(top)).isEmpty();
        assertThat(newer).isPresent();
    }

    @Test
    void whatAReplicaWroteThatIsGoneIsRemovedByTheOthers() {
        var gone = SharingReplica.start(database, server.url());
        gone.at(right);
        Wait.until(() -> one.isWanted(top) && gone.isWanted(top));
        gone.share(top);
        Wait.until(() -> !one.isWanted(top));
        gone.close();
        one.replica().below(right);
        Wait.until(() -> one.stored(top).isEmpty());
    }

    @Test
    void whatIsFlushedIsWrittenAgain() {
        one.share(top);
        one.redis().work(commands -> commands.flushall()).join();
        assertThat(other.found(top)).isEmpty();
        Wait.until(() -> one.isWanted(top) && other.isWanted(top));
        other.share(top);
        assertThat(one.foundSoon(top)).isEqualTo(SharingReplica.text(one.at(top)));
    }

    @Test
    void anOldRedisIsEmptiedBeforeItIsBelieved() {
        one.share(top);
        one.share(right);
        one.redis().work(commands -> commands.save()).join();
        one.replica().below(left);
        Wait.until(() -> one.stored(top).isEmpty());
        server.kill();
        assertThat(one.found(right)).isEmpty();
        server.start();
        Wait.until(() -> one.isWanted(top) && other.isWanted(top));
        for (var user : List.of(top, right)) {
            assertThat(one.stored(user)).isEmpty();
        }
        one.share(top);
        assertThat(other.foundSoon(top)).isEqualTo(SharingReplica.text(other.at(top)));
    }

    @Test
    void aDocumentOfAnotherHistoryIsNotTaken() {
        var elsewhere = Replica.database();
        try (var stranger = SharingReplica.start(elsewhere, server.url())) {
            Wait.until(() -> one.isWanted(top));
            stranger.replica()
                    .submit(top, Optional.empty())
                    .toCompletableFuture()
                    .join();
            stranger.replica()
                    .submit(left, Optional.of(top))
                    .toCompletableFuture()
                    .join();
            stranger.replica()
                    .submit(UUID.randomUUID(), Optional.of(top))
                    .toCompletableFuture()
                    .join();
            stranger.share(top);
            assertThat(one.found(top)).isEmpty();
            Wait.until(() -> one.stored(top).isEmpty());
        }
    }

    @Test
    void aRedisThatGoesBackWithoutLosingAConnectionIsEmptied() {
        one.share(top);
        one.redis().work(commands -> commands.save()).join();
        one.replica().below(left);
        Wait.until(() -> one.stored(top).isEmpty());
        one.redis()
                .work(commands -> commands.dispatch(
                        CommandType.DEBUG,
                        new StatusOutput<>(BYTES),
                        new CommandArgs<>(BYTES).add("RELOAD").add("NOSAVE")))
                .join();
        Wait.until(() -> one.stored(top).isEmpty());
        Wait.until(() -> one.isWanted(top) && other.isWanted(top));
    }

    @Test
    void whatIsWrittenWhileAReplicaRemovesEverythingIsRemovedWhenItIsStale() {
        IntStream.range(0, FOREIGN_KEYS)
                .parallel()
                .forEach(key -> one.redis()
                        .work(commands -> commands.set("mlm_other:" + key, new byte[1]))
                        .join());
        for (var purge = 0; purge < 5; purge++) {
            try (var late = SharingReplica.startUnbelieving(database, server.url())) {
                for (var written = 0; written < 20; written++) {
                    one.share(top);
                    one.share(right);
                    one.replica().below(right);
                    Wait.until(
                            () -> one.stored(top).isEmpty() && one.stored(right).isEmpty());
                }
                Wait.until(() -> late.isWanted(UUID.randomUUID()));
            }
        }
    }
}
