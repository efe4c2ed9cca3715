package io.upline.service.adjustment;

import io.upline.service.audit.Author;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whoever asked for an adjustment, or would approve it: a person, or a service by its key. Kept with an adjustment
/// only as long as that waits.
///
/// @param key the id of a service's key; null for anybody else
/// @param person a person's user id; null for anybody else
public record Asker(@Nullable String key, @Nullable UUID person) {
    /// Nobody, or nobody any more.
    static final Asker NOBODY = new Asker(null, null);

    static Asker of(Author author) {
        return new Asker(author.key(), author.person());
    }

    /// Whether it can be told who they are.
    boolean isKnown() {
        return key != null || person != null;
    }
}
