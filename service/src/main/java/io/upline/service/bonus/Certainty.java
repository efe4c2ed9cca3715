package io.upline.service.bonus;

import io.upline.service.platform.http.json.Json;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whether what the API shows is there, or would be.
public enum Certainty {
    /// It is in the database, or is just being written.
    REAL,
    /// It would be there if the request were made without `dry_run`: it has neither an id nor a time as yet.
    FORESEEN;

    /// The id, or null where there is none to look up.
    public @Nullable String id(UUID id) {
        return this == REAL ? id.toString() : null;
    }

    /// The time, or null where nothing has happened.
    ///
    /// @param micros µs since 1970, UTC
    public @Nullable String time(long micros) {
        return this == REAL ? Json.time(micros) : null;
    }
}
