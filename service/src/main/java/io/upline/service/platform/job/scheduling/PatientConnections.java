package io.upline.service.platform.job.scheduling;

import io.upline.service.platform.database.Database;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// The scheduler's connections: from the same pool as all others, good when they are given out, and waited for while
/// PostgreSQL is away. So the library meets few failures, which it would log each second.
final class PatientConnections implements DataSource {
    private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final int ANSWER_SECONDS = 4;

    private final Database database;
    private volatile boolean closed;

    PatientConnections(Database database) {
        this.database = database;
    }

    /// Whoever waits, waits no more.
    void close() {
        closed = true;
    }

    @Override
    public Connection getConnection() throws SQLException {
        for (; ; ) {
            try {
                return live();
            } catch (SQLException e) {
                if (closed || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
            }
            LockSupport.parkNanos(RETRY_NANOS);
        }
    }

    private Connection live() throws SQLException {
        var connection = database.connection();
        if (connection.isValid(ANSWER_SECONDS)) {
            return connection;
        }
        Database.release(connection);
        throw new SQLException("The connection was dead.");
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
