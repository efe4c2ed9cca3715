package io.upline.client.platform;

import java.net.http.HttpHeaders;
import java.time.Duration;

/// How often and how long a busy service is waited for: as long as it asks for, within bounds.
public record Patience(int attempts, Pause pause) {
    static final int ATTEMPTS = 10;
    static final long DEFAULT_WAIT_SECONDS = 1;
    static final long MAX_WAIT_SECONDS = 30;

    /// Ten attempts, with real waiting between them.
    public static Patience standard() {
        return new Patience(ATTEMPTS, Thread::sleep);
    }

    void await(HttpHeaders headers) throws InterruptedException {
        pause.pause(
                Duration.ofSeconds(waitSeconds(headers.firstValue("Retry-After").orElse(""))));
    }

    /// `Retry-After` may also be a date; that and nonsense mean the default.
    private static long waitSeconds(String retryAfter) {
        try {
            return Math.clamp(Long.parseLong(retryAfter.strip()), 0, MAX_WAIT_SECONDS);
        } catch (NumberFormatException e) {
            return DEFAULT_WAIT_SECONDS;
        }
    }
}
