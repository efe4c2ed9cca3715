package io.upline.service.platform.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/// A real database whose connections die at COMMIT, as they do when a network is cut.
public final class FailingDatabase {
    private static final String CONNECTION_FAILURE = "08006";

    private FailingDatabase() {}

    /// How the first COMMIT ends.
    public enum Ending {
        /// It was done, but nobody hears of it.
        COMMITTED,
        /// It never arrived.
        ROLLED_BACK
    }

    /// A database whose first COMMIT fails.
    ///
    /// @param connections how many can be had before there are no more
    public static Database of(DataSource pool, Ending ending, int connections) {
        return of(pool, ending, connections, () -> {});
    }

    /// As [#of(DataSource, Ending, int)]; `meanwhile` happens before anybody learns that the COMMIT failed.
    public static Database of(DataSource pool, Ending ending, int connections, Runnable meanwhile) {
        var given = new AtomicInteger();
        var commits = new AtomicInteger();
        return new Database(proxy(DataSource.class, (method, arguments) -> {
            if (!method.getName().equals("getConnection")) {
                return method.invoke(pool, arguments);
            }
            if (given.incrementAndGet() > connections) {
                throw lost();
            }
            return connection(pool.getConnection(), ending, commits, meanwhile);
        }));
    }

    private static Connection connection(Connection real, Ending ending, AtomicInteger commits, Runnable meanwhile) {
        return proxy(Connection.class, (method, arguments) -> {
            if (method.getName().equals("commit") && commits.getAndIncrement() == 0) {
                switch (ending) {
                    case COMMITTED -> real.commit();
                    case ROLLED_BACK -> real.rollback();
                }
                meanwhile.run();
                throw lost();
            }
            return method.invoke(real, arguments);
        });
    }

    private static SQLException lost() {
        return new SQLException("The connection was lost.", CONNECTION_FAILURE);
    }

    private interface Call {
        Object of(java.lang.reflect.Method method, Object[] arguments) throws Exception;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                FailingDatabase.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        return call.of(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
