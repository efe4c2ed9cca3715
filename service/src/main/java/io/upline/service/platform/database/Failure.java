package io.upline.service.platform.database;

import java.sql.SQLException;
import java.util.Set;

/// What kind of failure a statement ended with, by the class of its SQLSTATE.
public enum Failure {
    /// Transactions got in each other's way; what was rolled back may simply run again.
    CONTENTION,
    /// The connection is gone. Before COMMIT was sent, nothing was written; after that nobody knows.
    CONNECTION_LOST,
    /// The database refused what was written.
    INTEGRITY,
    /// The statement or a value in it is wrong: a defect of the service.
    DEFECT,
    /// Anything else.
    OTHER;

    private static final String SERIALIZATION_FAILURE = "40001";
    private static final String DEADLOCK = "40P01";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String IDLE_IN_TRANSACTION = "25P03";
    /// The server became a standby: whoever is the primary now answers on another connection.
    private static final String READ_ONLY = "25006";

    private static final String QUERY_CANCELED = "57014";
    private static final Set<String> UNDONE =
            Set.of(SERIALIZATION_FAILURE, DEADLOCK, LOCK_NOT_AVAILABLE, QUERY_CANCELED);
    /// A value, a constraint, the state of the transaction or of the server, the text of the statement.
    private static final Set<String> UNDONE_CLASSES = Set.of("22", "23", "25", "42");

    /// The kind of a failure.
    public static Failure of(SQLException failure) {
        var state = String.valueOf(failure.getSQLState());
        if (state.equals(SERIALIZATION_FAILURE) || state.equals(DEADLOCK) || state.equals(LOCK_NOT_AVAILABLE)) {
            return CONTENTION;
        }
        if (state.startsWith("08")
                || state.startsWith("57P0")
                || state.equals(IDLE_IN_TRANSACTION)
                || state.equals(READ_ONLY)) {
            return CONNECTION_LOST;
        }
        if (state.startsWith("22") || state.startsWith("42")) {
            return DEFECT;
        }
        return state.startsWith("23") ? INTEGRITY : OTHER;
    }

    /// Whether a statement that commits by itself has certainly written nothing: the server answered, and
    /// refused it before its commit. Of anything else nobody knows what became.
    public static boolean isUndone(SQLException failure) {
        var state = String.valueOf(failure.getSQLState());
        return UNDONE.contains(state) || UNDONE_CLASSES.stream().anyMatch(state::startsWith);
    }

    /// A failure of the kind [#CONTENTION], for what only the service can see.
    public static SQLException contention(String reason) {
        return new SQLException(reason, SERIALIZATION_FAILURE);
    }
}
