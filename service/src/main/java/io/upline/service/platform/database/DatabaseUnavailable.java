package io.upline.service.platform.database;

import java.sql.SQLException;

/// PostgreSQL can't be reached or gave up on a statement; nothing was written, and trying again later is right.
public final class DatabaseUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// Wraps what the driver said; it goes to the log, never into a reply.
    public DatabaseUnavailable(SQLException cause) {
        super(cause);
    }
}
