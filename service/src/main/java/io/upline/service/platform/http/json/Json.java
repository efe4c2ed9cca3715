package io.upline.service.platform.http.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/// Writes replies, member by member: snake_case, RFC 3339 times in UTC, money as numbers with their full scale.
public final class Json {
    /// The header that says as of which entry of the log a reply about the tree was given.
    public static final String SEQ_HEADER = "Upline-Seq";

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private Json() {}

    /// What writes a document.
    @FunctionalInterface
    public interface Writing {
        /// Writes to an open generator.
        void to(JsonGenerator json) throws IOException;
    }

    /// A whole document in memory.
    public static byte[] bytes(Writing writing) {
        var out = new ByteArrayOutputStream(512);
        try (var json = FACTORY.createGenerator(out)) {
            writing.to(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// A whole document as text.
    public static String text(Writing writing) {
        return new String(bytes(writing), StandardCharsets.UTF_8);
    }

    /// Writes an id, or null.
    public static void id(JsonGenerator json, String field, Optional<UUID> id) throws IOException {
        if (id.isPresent()) {
            json.writeStringField(field, id.get().toString());
        } else {
            json.writeNullField(field);
        }
    }

    /// A time given in µs since 1970.
    public static String time(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
    }
}
