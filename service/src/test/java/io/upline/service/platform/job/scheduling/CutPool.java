package io.upline.service.platform.job.scheduling;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/// The connections of one replica, which can be cut, all at once, and mended later.
final class CutPool {
    private static final String CONNECTION_FAILURE = "08006";

    private final DataSource real;
    private final Queue<Connection> given = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean isCut;

    CutPool(DataSource real) {
        this.real = real;
    }

    DataSource source() {
        return (DataSource) Proxy.newProxyInstance(
                CutPool.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        return connection();
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private Connection connection() throws SQLException {
        if (isCut) {
            refused.incrementAndGet();
            throw new SQLException("cut", CONNECTION_FAILURE);
        }
        var connection = real.getConnection();
        given.add(connection);
        return connection;
    }

    /// The replica neither reaches the database nor keeps what it has open there.
    void cut() throws SQLException {
        isCut = true;
        for (var connection = given.poll(); connection != null; connection = given.poll()) {
            connection.abort(Runnable::run);
        }
    }

    /// How often a connection was asked for that could not be had.
    int refused() {
        return refused.get();
    }

    void mend() {
        isCut = false;
    }
}
