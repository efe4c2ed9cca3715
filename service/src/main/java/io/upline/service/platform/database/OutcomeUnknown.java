package io.upline.service.platform.database;

import java.sql.SQLException;

/// The connection died in COMMIT: nobody knows whether the transaction is there. Repeating what is safe to repeat
/// is right.
public final class OutcomeUnknown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutcomeUnknown(SQLException cause) {
        super(cause);
    }
}
