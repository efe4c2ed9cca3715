package io.upline.service;

import io.quarkus.vertx.http.HttpServer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Where the started server listens.
final class Listening {
    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private Listening() {}

    /// The port. It is told beside the event of the start, a moment later at times.
    static int port(HttpServer started) {
        while (started.getPort() <= 0) {
            LockSupport.parkNanos(STEP_NANOS);
        }
        return started.getPort();
    }
}
