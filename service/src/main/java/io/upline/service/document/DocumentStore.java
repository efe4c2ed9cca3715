package io.upline.service.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.KeyValue;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;
import io.lettuce.core.ScriptOutputType;
import io.upline.service.platform.redis.Redis;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// The keys and scripts in Redis. Each script is one step there: nobody sees half of it.
///
/// All documents there are stand in one list, which has a version. Whatever changes the list raises the version and
/// announces it with the change, so that whoever listens knows whether they heard everything.
final class DocumentStore {
    /// Where replicas tell each other what they wrote and removed.
    static final String CHANNEL = "upline:documents";

    /// A hash: the size and the mark of each document by its key, and the version of the list.
    private static final String LIST = "upline:documents";

    private static final String VERSION = "version";
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
            if mark and tonumber(string.match(mark, '^%d+') or '0') > asOf then return 0 end
            redis.call('SET', KEYS[1], ARGV[3], 'EX', ARGV[4])
            redis.call('SET', KEYS[2], ARGV[2], 'EX', ARGV[4])
            local listed = #ARGV[3] .. ' ' .. ARGV[2]
            redis.call('HSET', KEYS[4], KEYS[1], listed)
            local version = redis.call('HINCRBY', KEYS[4], 'version', 1)
            redis.call('PUBLISH', ARGV[5], version .. ' written ' .. KEYS[1] .. ' ' .. listed)
            return 1
            """;

    /// Moves the floor on, and removes each document that is no newer than the one found stale, or lost its mark.
    private static final String REMOVE = """
            if tonumber(ARGV[1]) > tonumber(redis.call('GET', KEYS[1]) or '0') then
              redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[2])
            end
            for i = 3, #KEYS, 2 do
              local asOf = tonumber(ARGV[4 + (i - 3) / 2])
              local mark = redis.call('GET', KEYS[i + 1])
              if not mark or tonumber(string.match(mark, '^%d+') or '0') <= asOf then
                redis.call('UNLINK', KEYS[i], KEYS[i + 1])
                redis.call('HDEL', KEYS[2], KEYS[i])
                local version = redis.call('HINCRBY', KEYS[2], 'version', 1)
                redis.call('PUBLISH', ARGV[3], version .. ' removed ' .. KEYS[i])
              end
            end
            return tonumber(redis.call('HGET', KEYS[2], 'version') or '0')
            """;

    /// Removes every document on the list, and sets the floor, back as well.
    private static final String PURGE = """
            local version = redis.call('HGET', KEYS[2], 'version') or '0'
            for _, key in ipairs(redis.call('HKEYS', KEYS[2])) do
              if key ~= 'version' then redis.call('UNLINK', key, ARGV[4] .. key) end
            end
            redis.call('DEL', KEYS[2])
            redis.call('HSET', KEYS[2], 'version', version)
            version = redis.call('HINCRBY', KEYS[2], 'version', 1)
            redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[2])
            redis.call('PUBLISH', ARGV[3], version .. ' purged')
            return version
            """;

    /// Removes those of some keys that are not on the list: nobody looks after them.
    private static final String REMOVE_STRAYS = """
            for i = 2, #KEYS do
              if redis.call('HEXISTS', KEYS[1], KEYS[i]) == 0 then
                redis.call('UNLINK', KEYS[i], ARGV[1] .. KEYS[i])
              end
            end
            return #KEYS
            """;

    private final Redis redis;

    DocumentStore(Redis redis) {
        this.redis = redis;
    }

    /// What is listed of a document: its size, and its mark.
    record Listed(int bytes, DocumentMark mark) {
        /// Reads what stands on the list, or is said of it; empty for anything else.
        static Optional<Listed> parse(String text) {
            var words = text.split(" ", 2);
            return words.length == 2 && words[0].matches("\\d{1,9}")
                    ? DocumentMark.parse(words[1]).map(mark -> new Listed(Integer.parseInt(words[0]), mark))
                    : Optional.empty();
        }
    }

    /// The whole list as of a version.
    record Listing(long version, Map<String, String> byKey) {}

    /// What lies there under a name; empty when there is nothing, or Redis does not answer in time.
    CompletableFuture<Optional<Document>> read(DocumentName name) {
        return redis.fetch(commands -> commands.mget(name.key(), MARK + name.key()))
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
        var keys = new String[] {name.key(), MARK + name.key(), FLOOR, LIST};
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
    /// Blocks.
    ///
    /// @return the version of the list
    /// @throws java.util.concurrent.CompletionException when Redis does not answer
    long remove(long asOf, Collection<WrittenDocuments.Stale> stale) {
        var keys = new ArrayList<>(List.of(FLOOR, LIST));
        var values = new ArrayList<>(List.of(bytes(Long.toString(asOf)), bytes(KEPT_SECONDS), bytes(CHANNEL)));
        for (var document : stale) {
            keys.add(document.name().key());
            keys.add(MARK + document.name().key());
            values.add(bytes(Long.toString(document.asOf())));
        }
        return eval(REMOVE, keys, values);
    }

    /// The list, for who has missed something. Blocks.
    ///
    /// @throws java.util.concurrent.CompletionException when Redis does not answer
    Listing list() {
        var byKey = new HashMap<String, String>();
        redis.work(commands -> commands.hgetall(LIST)).join().forEach((key, value) -> byKey.put(key, text(value)));
        var version = byKey.remove(VERSION);
        return new Listing(version == null ? 0 : Long.parseLong(version), byKey);
    }

    /// Removes every document, whoever wrote it, and begins anew at a place in the log. Who writes meanwhile is not
    /// disturbed. Blocks. O(keys in Redis).
    ///
    /// @throws java.util.concurrent.CompletionException when Redis does not answer
    void purge(long asOf) {
        eval(
                PURGE,
                List.of(FLOOR, LIST),
                List.of(bytes(Long.toString(asOf)), bytes(KEPT_SECONDS), bytes(CHANNEL), bytes(MARK)));
        for (var kind : DocumentName.Kind.values()) {
            removeStrays(kind.prefix() + "*");
        }
    }

    private void removeStrays(String pattern) {
        var limits = ScanArgs.Builder.matches(pattern).limit(SCAN_KEYS);
        var cursor = ScanCursor.INITIAL;
        do {
            cursor = removeStrays(cursor, limits);
        } while (!cursor.isFinished());
    }

    private KeyScanCursor<String> removeStrays(ScanCursor from, ScanArgs limits) {
        var found = redis.work(commands -> commands.scan(from, limits)).join();
        if (!found.getKeys().isEmpty()) {
            var keys = new ArrayList<>(List.of(LIST));
            keys.addAll(found.getKeys());
            eval(REMOVE_STRAYS, keys, List.of(bytes(MARK)));
        }
        return found;
    }

    private long eval(String script, List<String> keys, List<byte[]> values) {
        return redis.work(commands -> commands.<Long>eval(
                        script, ScriptOutputType.INTEGER, keys.toArray(String[]::new), values.toArray(byte[][]::new)))
                .join();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }
}
