package io.upline.service.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.KeyValue;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;
import io.lettuce.core.ScriptOutputType;
import io.upline.service.document.WrittenDocuments.Stale;
import io.upline.service.platform.redis.Redis;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// The keys and scripts in Redis. Each script is one step there: nobody sees half of it.
final class DocumentStore {
    /// Where replicas tell each other what they wrote and removed.
    static final String CHANNEL = "upline:documents";

    /// The keys of all documents there are.
    private static final String NAMES = "upline:documents";
    /// Up to which place in the log somebody has looked for documents to remove: nobody writes an older one.
    private static final String FLOOR = "upline:documents:floor";

    private static final String MARK = "upline:mark:";
    private static final String KEPT_SECONDS = Long.toString(WrittenDocuments.KEPT.toSeconds());
    private static final int SCAN_KEYS = 1_000;

    /// Writes a document, unless a newer one is there or somebody has looked for stale ones at a later place.
    private static final String WRITE = """
            local asOf = tonumber(ARGV[1])
            if asOf < tonumber(redis.call('GET', KEYS[3]) or '0') then return 0 end
            local mark = redis.call('GET', KEYS[2])
            if mark and tonumber(string.match(mark, '^%d+')) > asOf then return 0 end
            redis.call('SET', KEYS[1], ARGV[3], 'EX', ARGV[4])
            redis.call('SET', KEYS[2], ARGV[2], 'EX', ARGV[4])
            redis.call('SADD', KEYS[4], KEYS[1])
            redis.call('PUBLISH', ARGV[5], 'written ' .. KEYS[1] .. ' ' .. #ARGV[3] .. ' ' .. ARGV[2])
            return 1
            """;

    /// Moves the floor on, and removes each document that is no newer than the one found stale, or lost its mark.
    private static final String REMOVE = """
            if tonumber(ARGV[1]) > tonumber(redis.call('GET', KEYS[1]) or '0') then
              redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[2])
            end
            for i = 3, #KEYS, 2 do
              local known = ARGV[4 + (i - 3) / 2]
              local mark = redis.call('GET', KEYS[i + 1])
              if not mark or tonumber(string.match(mark, '^%d+')) <= tonumber(string.match(known, '^%d+')) then
                redis.call('UNLINK', KEYS[i], KEYS[i + 1])
                redis.call('SREM', KEYS[2], KEYS[i])
                redis.call('PUBLISH', ARGV[3], 'removed ' .. KEYS[i] .. ' ' .. known)
              end
            end
            return redis.call('SCARD', KEYS[2])
            """;

    private final Redis redis;

    DocumentStore(Redis redis) {
        this.redis = redis;
    }

    /// What lies there under a name; empty when there is nothing, or Redis does not answer in time.
    CompletableFuture<Optional<Document>> read(DocumentName name) {
        return redis.ask(commands -> commands.mget(name.key(), MARK + name.key()))
                .thenApply(values -> values.flatMap(DocumentStore::document));
    }

    private static Optional<Document> document(List<KeyValue<String, byte[]>> values) {
        var json = values.getFirst();
        var mark = values.getLast();
        return json.hasValue() && mark.hasValue()
                ? DocumentMark.parse(new String(mark.getValue(), UTF_8)).map(of -> new Document(of, json.getValue()))
                : Optional.empty();
    }

    /// Writes a document; completes with false when a newer one is there, or it is too old by now.
    CompletableFuture<Boolean> write(DocumentName name, Document document) {
        var keys = new String[] {name.key(), MARK + name.key(), FLOOR, NAMES};
        return redis.work(commands -> commands.<Long>eval(
                        WRITE,
                        ScriptOutputType.INTEGER,
                        keys,
                        bytes(Long.toString(document.mark().asOf())),
                        bytes(document.mark().text()),
                        document.json(),
                        bytes(KEPT_SECONDS),
                        bytes(CHANNEL)))
                .thenApply(written -> written == 1);
    }

    /// Says that somebody has looked for stale documents at a place in the log, and removes those that were found.
    ///
    /// @return how many documents there are
    CompletableFuture<Long> remove(long asOf, Collection<Stale> stale) {
        var keys = new ArrayList<>(List.of(FLOOR, NAMES));
        var values = new ArrayList<>(List.of(bytes(Long.toString(asOf)), bytes(KEPT_SECONDS), bytes(CHANNEL)));
        for (var document : stale) {
            keys.add(document.name().key());
            keys.add(MARK + document.name().key());
            values.add(bytes(document.mark()));
        }
        return redis.work(commands -> commands.eval(
                REMOVE, ScriptOutputType.INTEGER, keys.toArray(String[]::new), values.toArray(byte[][]::new)));
    }

    /// Removes every document, whoever wrote it, and begins anew at a place in the log. Blocks. O(keys in Redis).
    ///
    /// @throws java.util.concurrent.CompletionException when Redis does not answer
    void purge(long asOf) {
        redis.work(commands -> commands.setex(FLOOR, WrittenDocuments.KEPT.toSeconds(), bytes(Long.toString(asOf))))
                .join();
        // Those that are known first: neighbours read them all the time.
        var names = redis.work(commands -> commands.smembers(NAMES)).join().stream()
                .map(name -> new String(name, UTF_8))
                .flatMap(key -> List.of(key, MARK + key).stream())
                .toList();
        unlink(names);
        unlink(List.of(NAMES));
        for (var kind : DocumentName.Kind.values()) {
            unlinkAll(kind.prefix() + "*");
        }
        unlinkAll(MARK + "*");
        redis.work(commands -> commands.publish(CHANNEL, bytes("purged"))).join();
    }

    private void unlinkAll(String pattern) {
        var limits = ScanArgs.Builder.matches(pattern).limit(SCAN_KEYS);
        var cursor = ScanCursor.INITIAL;
        do {
            var from = cursor;
            KeyScanCursor<String> found =
                    redis.work(commands -> commands.scan(from, limits)).join();
            unlink(found.getKeys());
            cursor = found;
        } while (!cursor.isFinished());
    }

    private void unlink(List<String> keys) {
        for (var first = 0; first < keys.size(); first += SCAN_KEYS) {
            var some = keys.subList(first, Math.min(first + SCAN_KEYS, keys.size()));
            redis.work(commands -> commands.unlink(some.toArray(String[]::new))).join();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
