package io.upline.client.platform;

import java.time.Duration;

/// Lets time pass before a request is repeated. Tests record the duration instead of waiting.
@FunctionalInterface
public interface Pause {
    /// Returns after `duration`.
    void pause(Duration duration) throws InterruptedException;
}
