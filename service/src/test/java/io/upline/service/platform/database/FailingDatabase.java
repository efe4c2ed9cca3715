package io.upline.service.platform.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/// A real database whose connections die at COMMIT, as they do when a network is cut: at a COMMIT of its own, or
/// in a statement that commits by itself.
public final class FailingDatabase {
    private static final String CONNECTION_FAILURE = "08006";

    private FailingDatabase() {}

    /// How the COMMIT ends that fails.
    public enum Ending {
        /// It was done, but nobody hears of it.
        COMMITTED,
        /// It never arrived.
        ROLLED_BACK
    }

    /// A database of which one COMMIT fails.
    ///
    /// @param before how many don't, before that
    public static Database after(int before, DataSource pool, Ending ending) {
        return of(pool, ending, Integer.MAX_VALUE, new AtomicInteger(-before), () -> {});
    }

    /// A database whose first COMMIT fails.
    ///
    /// @param connections how many can be had before there are no more
    public static Database of(DataSource pool, Ending ending, int connections) {
        return of(pool, ending, connections, () -> {});
    }

    /// As [#of(DataSource, Ending, int)]; `meanwhile` happens before anybody learns that the COMMIT failed.
    public static Database of(DataSource pool, Ending ending, int connections, Runnable meanwhile) {
        return of(pool, ending, connections, new AtomicInteger(), meanwhile);
    }

    private static Database of(
            DataSource pool, Ending ending, int connections, AtomicInteger commits, Runnable meanwhile) {
        var given = new AtomicInteger();
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
            if (method.getName().equals("prepareStatement") && real.getAutoCommit()) {
                return statement(real.prepareStatement((String) arguments[0]), ending, commits);
            }
            return method.invoke(real, arguments);
        });
    }

    private static PreparedStatement statement(PreparedStatement real, Ending ending, AtomicInteger commits) {
        return proxy(PreparedStatement.class, (method, arguments) -> {
            if (method.getName().equals("executeUpdate") && commits.getAndIncrement() == 0) {
                if (ending == Ending.COMMITTED) {
                    real.executeUpdate();
                }
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
