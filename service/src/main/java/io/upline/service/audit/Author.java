package io.upline.service.audit;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who acted, and from where. Holds nothing secret.
///
/// @param role what they were here for, in a word
/// @param key the id of a service's key; null for anybody else
/// @param person the user id of a person; null for anybody else
/// @param address the other end of the connection; null when there was none
public record Author(
        String role,
        @Nullable String key,
        @Nullable UUID person,
        @Nullable String address) {
    /// Whoever configured and started the service.
    public static final Author CONFIGURATION = new Author("configuration", null, null, null);

    /// A job, in chunks that somebody asked for before.
    public static final Author JOB = new Author("job", null, null, null);

    /// A hash that shows nothing of them as long as the salt isn't known, and fits nobody else.
    ///
    /// @param salt hexadecimal digits
    /// @return 64 hexadecimal digits
    public String commitment(String salt) {
        return new HashedFields()
                .and(salt)
                .and(role)
                .and(key)
                .and(Optional.ofNullable(person).map(UUID::toString).orElse(null))
                .and(address)
                .hex();
    }
}
