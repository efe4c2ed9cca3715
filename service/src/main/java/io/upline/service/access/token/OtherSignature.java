package io.upline.service.access.token;

import java.math.BigInteger;
import java.util.Base64;
import java.util.Optional;
import org.jose4j.keys.EllipticCurves;

/// The second signature that every token of ES256 has: where (r, s) is right, (r, n − s) is, too, and whoever has one
/// can compute the other (SEC 1, 4.1.6). n is the order of the curve's base point.
final class OtherSignature {
    /// Length of a signature of ES256, by which it is told from those of HS256 and RS256.
    static final int BYTES = 64;

    private static final int HALF_BYTES = BYTES / 2;
    private static final BigInteger ORDER = EllipticCurves.P256.getOrder();

    private OtherSignature() {}

    /// The same token with its other signature; empty when it has only one.
    ///
    /// @param token one that was found right
    static Optional<String> of(String token) {
        var start = token.lastIndexOf('.') + 1;
        var signature = Base64.getUrlDecoder().decode(token.substring(start));
        if (signature.length != BYTES) {
            return Optional.empty();
        }
        var other = ORDER.subtract(new BigInteger(1, signature, HALF_BYTES, HALF_BYTES));
        for (int i = BYTES - 1; i >= HALF_BYTES; i--) {
            signature[i] = other.byteValue();
            other = other.shiftRight(Byte.SIZE);
        }
        return Optional.of(token.substring(0, start)
                + Base64.getUrlEncoder().withoutPadding().encodeToString(signature));
    }
}
