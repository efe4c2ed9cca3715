package io.upline.service.platform.database;

import java.sql.SQLException;
import java.util.Optional;

/// PostgreSQL can't be reached or gave up on a statement; nothing was written, and trying again later is right.
public final class DatabaseUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final SQLException reason;

    /// What PostgreSQL or its driver said, when that is among the causes of `failure`.
    public static Optional<String> reasonIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException said) {
                return Optional.ofNullable(said.getMessage());
            }
        }
        return Optional.empty();
    }

    /// Wraps what the driver said; it goes to the log, never into a reply.
    public DatabaseUnavailable(SQLException cause) {
        super(cause);
        this.reason = cause;
    }

    /// What the driver said.
    public SQLException reason() {
        return reason;
    }
}
