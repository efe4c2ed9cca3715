package io.upline.service.platform.batch;

/// Nothing of a batch was written, and trying it again is right: transactions got in each other's way, or a
/// connection died before its COMMIT.
public final class RunAgain extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Throwable reason;

    /// @param reason what the waiters are told when it fails too often
    public RunAgain(Throwable reason) {
        super(reason);
        this.reason = reason;
    }

    Throwable reason() {
        return reason;
    }
}
