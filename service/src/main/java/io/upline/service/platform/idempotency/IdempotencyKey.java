package io.upline.service.platform.idempotency;

import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import io.upline.service.platform.text.Sha256;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The name that a client gave to one request, and what the request was.
///
/// @param key 1 to 200 printable ASCII characters
/// @param fingerprint SHA-256 of the operation and the payload, in hexadecimal
public record IdempotencyKey(String key, String fingerprint) {
    /// The header that carries the key.
    public static final String HEADER = "Idempotency-Key";
    /// The header of a reply that was given before; its value is `true`.
    public static final String REPLAYED_HEADER = "Idempotency-Replayed";

    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]{1,200}");

    /// The key of a request, if it has one.
    ///
    /// @param operation the canonical route, with the ids in it: the same key on another route is another request
    /// @throws Problem 400 when the header is not 1 to 200 printable ASCII characters
    public static Optional<IdempotencyKey> of(@Nullable String header, String operation, byte[] payload) {
        if (header == null) {
            return Optional.empty();
        }
        if (!PRINTABLE.matcher(header).matches()) {
            throw Problem.of(
                    ProblemType.MALFORMED_REQUEST,
                    HEADER + " must be 1 to 200 printable ASCII characters without spaces.");
        }
        return Optional.of(new IdempotencyKey(header, Sha256.hex(operation + "\n", payload)));
    }
}
