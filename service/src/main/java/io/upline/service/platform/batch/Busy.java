package io.upline.service.platform.batch;

/// The queue is full or the service is stopping; nothing was written, and trying again later is right.
public final class Busy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Busy(String message) {
        super(message);
    }
}
