package io.upline.service;

import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.util.ExceptionUtil;
import io.upline.service.platform.database.DatabaseUnavailable;
import io.upline.service.platform.settings.DatabaseAddress;
import org.jboss.logging.Logger;

/// Says in a sentence why the service did not start, when the reason is one that an operator can mend.
record StartFailure(DatabaseAddress database) {
    private static final Logger LOG = Logger.getLogger(StartFailure.class);
    private static final int NO_DATABASE = 3;
    static final int NO_PORT = 5;

    /// Ends the process after Quarkus has.
    ///
    /// @param failure what kept it from starting; null after an ordinary stop
    @SuppressWarnings("NullAway") // Quarkus passes null for an ordinary stop
    void exit(Integer code, Throwable failure) {
        if (failure != null) {
            explain(failure, code);
        }
        System.exit(code);
    }

    private void explain(Throwable failure, int code) {
        if (ExceptionUtil.getRootCause(failure) instanceof QuarkusBindException port) {
            System.err.printf(
                    "Port %d on %s is in use by another process. Stop that one, or name another port in PORT.%n",
                    port.getPort(), port.getHost());
            System.exit(NO_PORT);
        }
        var reason = DatabaseUnavailable.reasonIn(failure);
        if (reason.isPresent()) {
            System.err.printf(
                    "The database at %s can't be used: %s%nCheck DB_URL and that PostgreSQL runs there.%n",
                    database, reason.get());
            System.exit(NO_DATABASE);
        }
        LOG.errorf(failure, "The service did not start (exit code %d).", code);
    }
}
