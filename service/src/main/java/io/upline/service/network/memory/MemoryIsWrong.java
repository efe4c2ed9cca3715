package io.upline.service.network.memory;

import org.jspecify.annotations.Nullable;

/// The tree in memory contradicts the log: the database went back in time, or refused what memory took for
/// possible. Memory has to be dropped and read again.
public final class MemoryIsWrong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param message what contradicts what
    /// @param cause what memory or the database threw, if that was it
    public MemoryIsWrong(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
