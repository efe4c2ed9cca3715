package io.upline.service.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.upline.engine.genealogy.Genealogy;
import io.upline.engine.genealogy.Member;
import io.upline.service.document.DocumentName.Kind;
import io.upline.service.network.Located;
import io.upline.service.network.Network;
import io.upline.service.network.Replica;
import io.upline.service.platform.redis.Redis;
import io.upline.service.platform.redis.RedisAt;
import io.upline.service.platform.settings.DatabaseAddress;
import io.upline.service.testing.Wait;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// A replica that shares documents. Its documents are lists of those below, made as plainly as can be.
final class SharingReplica implements AutoCloseable {
    private static final int WIDTH = 3;

    private final Vertx vertx = Vertx.vertx();
    private final Replica replica;
    private final RedisAt redis;
    private final SharedDocuments documents;

    private SharingReplica(DatabaseAddress database, String redisUrl) {
        replica = Replica.start(database, WIDTH);
        redis = RedisAt.unconnected(redisUrl);
        documents = new SharedDocuments(redis.redis(), replica.network());
        documents.start(new StartupEvent(), vertx);
    }

    /// One that is about to remove everything, and believes nothing before that.
    static SharingReplica startUnbelieving(DatabaseAddress database, String redisUrl) {
        return new SharingReplica(database, redisUrl);
    }

    /// One that believes what it reads.
    static SharingReplica start(DatabaseAddress database, String redisUrl) {
        var started = startUnbelieving(database, redisUrl);
        Wait.until(() -> started.isWanted(UUID.randomUUID()));
        return started;
    }

    Replica replica() {
        return replica;
    }

    Network network() {
        return replica.network();
    }

    SharedDocuments documents() {
        return documents;
    }

    Redis redis() {
        return redis.redis();
    }

    boolean isWanted(UUID userId) {
        return documents.isWanted(name(userId));
    }

    static DocumentName name(UUID userId) {
        return new DocumentName(Kind.DOWNLINE, userId);
    }

    /// Where a user is, once this replica knows them.
    Located at(UUID userId) {
        var tree = network().genealogy();
        Wait.until(() -> tree.indexOf(userId) != Genealogy.NONE);
        return new Located(tree, tree.indexOf(userId));
    }

    /// The document as it is right now; empty while the writer is in the middle of something.
    Optional<Document> document(UUID userId) {
        var at = at(userId);
        var asOf = at.tree().asOf();
        var edition = at.tree().edition(at.member());
        var text = text(at);
        return edition.filter(
                        of -> at.tree().edition(at.member()).filter(of::equals).isPresent())
                .map(of -> new Document(DocumentMark.of(at.tree(), asOf, of, "-"), text.getBytes(UTF_8)));
    }

    /// What a document has to say now.
    static String text(Located at) {
        return at.tree().steadily(() -> {
            var page = at.tree().page(at.member(), Genealogy.MAX_PAGE_MEMBERS);
            return at.tree().members(page.size(), page::member).stream()
                    .map(SharingReplica::line)
                    .collect(Collectors.joining(",", "[", "]"));
        });
    }

    private static String line(Member member) {
        return member.userId() + " under " + member.parent() + (member.suspended() ? " suspended" : "");
    }

    /// Offers the document of now until it lies there: who is behind the other replica is refused.
    void share(UUID userId) {
        Wait.until(() -> {
            if (isWanted(userId)) {
                document(userId).ifPresent(document -> documents.offer(name(userId), document));
            }
            return stored(userId).isPresent() && !isWanted(userId);
        });
    }

    /// What is found, as text.
    Optional<String> found(UUID userId) {
        return documents.find(Kind.DOWNLINE, at(userId)).join().map(document -> new String(document.json(), UTF_8));
    }

    /// What is found as soon as it was heard of.
    String foundSoon(UUID userId) {
        Wait.until(() -> found(userId).isPresent());
        return found(userId).orElseThrow();
    }

    /// What a neighbour reads.
    Optional<String> stored(UUID userId) {
        return Optional.ofNullable(
                        redis().work(commands -> commands.get(name(userId).key()))
                                .exceptionally(failure -> null)
                                .join())
                .map(json -> new String(json, UTF_8));
    }

    @Override
    public void close() {
        documents.stop(new ShutdownEvent());
        redis.close();
        replica.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
