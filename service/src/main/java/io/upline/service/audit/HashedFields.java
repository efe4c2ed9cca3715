package io.upline.service.audit;

import io.upline.service.platform.text.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// SHA-256 over a list of fields, so that no two lists have the same bytes: each field is its length in bytes, as
/// 4 bytes with the highest first, and its text in UTF-8. The length of a field that is absent is -1.
public final class HashedFields {
    private static final int ABSENT = -1;

    private final MessageDigest digest = Sha256.digest();

    /// Adds a field.
    public HashedFields and(@Nullable String field) {
        if (field == null) {
            addLength(ABSENT);
            return this;
        }
        var bytes = field.getBytes(StandardCharsets.UTF_8);
        addLength(bytes.length);
        digest.update(bytes);
        return this;
    }

    private void addLength(int length) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).flip());
    }

    /// The hash of all fields, in 64 hexadecimal digits. Ends the list.
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
