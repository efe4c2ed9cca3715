package io.upline.client.job;

import java.io.PrintWriter;
import java.util.UUID;

/// Says, when somebody leaves by Ctrl-C, that the job goes on without them. Closed when there is nothing to leave.
final class Departure implements AutoCloseable {
    private final Thread hook;

    private Departure(Thread hook) {
        this.hook = hook;
    }

    static Departure from(UUID job, PrintWriter err) {
        var departure = new Departure(new Thread(() -> {
            err.printf("%nThe job goes on without you. Follow it again: ./upline job %s%n", job);
            err.flush();
        }));
        Runtime.getRuntime().addShutdownHook(departure.hook);
        return departure;
    }

    /// Too late while the process is on its way out.
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            hook.setName("departure");
        }
    }
}
