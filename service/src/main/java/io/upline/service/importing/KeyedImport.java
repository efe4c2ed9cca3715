package io.upline.service.importing;

import io.upline.service.network.stored.Traces;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import io.upline.service.platform.idempotency.Answer;
import io.upline.service.platform.idempotency.IdempotencyKey;
import io.upline.service.platform.idempotency.KeyedWork;
import io.upline.service.platform.idempotency.StoredReplies;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.function.Function;

/// An import with an `Idempotency-Key`. Whether it was answered before is known only when all of it was read, so
/// the body waits in a file until then. Without a key an import may be repeated as well, and says who was present.
///
/// @param asOf the place in the log as of which the import begins
record KeyedImport(Database database, String key, String operation, long asOf) {
    /// Longest body of an import with a key.
    static final long BODY_BYTES = 1L << 30;

    /// Imports unless the same was imported under this key before.
    ///
    /// @throws Problem 422 when the key belongs to another request; 413 when the body is too long
    Answer run(InputStream body, Function<InputStream, byte[]> importing) {
        try {
            var file = Files.createTempFile("upline-import-", ".csv");
            try {
                return run(named(body, file), file, importing);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw Problem.of(ProblemType.MALFORMED_REQUEST, "The body broke off; nothing was taken.");
        }
    }

    private Answer run(IdempotencyKey named, Path file, Function<InputStream, byte[]> importing) throws IOException {
        var kept = database.transaction(
                connection -> StoredReplies.read(connection, List.of(named)).of(named));
        if (kept.isPresent()) {
            return Answer.kept(kept.get());
        }
        try (var rows = Files.newInputStream(file)) {
            var reply = new String(importing.apply(rows), StandardCharsets.UTF_8);
            // An import takes longer than a transaction: the reply may name somebody who was forgotten meanwhile.
            return KeyedWork.keep(database, named, reply, connection -> !Traces.areErasedAfter(connection, asOf));
        }
    }

    private IdempotencyKey named(InputStream body, Path file) throws IOException {
        try (var digested = new DigestInputStream(body, MessageDigest.getInstance("SHA-256"));
                var out = Files.newOutputStream(file)) {
            var buffer = new byte[1 << 16];
            var bytes = 0L;
            for (var read = digested.read(buffer); read > 0; read = digested.read(buffer)) {
                bytes += read;
                if (bytes > BODY_BYTES) {
                    throw Problem.of(
                            ProblemType.TOO_LARGE,
                            "An import with an Idempotency-Key has at most %d bytes; send it without the key, or in parts."
                                    .formatted(BODY_BYTES));
                }
                out.write(buffer, 0, read);
            }
            return IdempotencyKey.of(key, operation, digested.getMessageDigest().digest())
                    .orElseThrow();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
