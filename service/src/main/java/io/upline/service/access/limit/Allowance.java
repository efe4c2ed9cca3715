package io.upline.service.access.limit;

/// What became of one request, and what its caller has left.
///
/// @param isGranted whether it is let in
/// @param left requests that would be let in right now, 0 or more
/// @param waitNanos until the next is let in, where this one is not; else 0
record Allowance(boolean isGranted, long left, long waitNanos) {
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    /// Whole seconds after which the next is let in, at least 1: a bucket gets one request a second or more.
    long waitSeconds() {
        return Math.max(1, Math.ceilDiv(waitNanos, NANOS_PER_SECOND));
    }
}
