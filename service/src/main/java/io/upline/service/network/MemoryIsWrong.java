package io.upline.service.network;

import org.jspecify.annotations.Nullable;

/// The tree in memory contradicts the log: the database went back in time, or refused what memory took for
/// possible. Memory has to be dropped and read again.
final class MemoryIsWrong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MemoryIsWrong(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
