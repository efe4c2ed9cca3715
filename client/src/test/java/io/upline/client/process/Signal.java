package io.upline.client.process;

import java.io.IOException;
import java.io.UncheckedIOException;

/// A signal to a process that the test started itself.
enum Signal {
    /// Stop at once, with no time to do anything.
    KILL,
    /// Freeze.
    STOP,
    /// Go on after [#STOP].
    CONT,
    /// PostgreSQL's fast shutdown.
    INT;

    void to(ProcessHandle process) {
        try {
            var kill = new ProcessBuilder("kill", "-" + name(), Long.toString(process.pid())).start();
            kill.onExit().join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
