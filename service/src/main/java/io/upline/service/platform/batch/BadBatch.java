package io.upline.service.platform.batch;

/// Nothing of a batch was written, because of some command in it: whoever is to blame fails alone.
public final class BadBatch extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Throwable reason;

    /// @param reason what the one to blame is told
    public BadBatch(Throwable reason) {
        super(reason);
        this.reason = reason;
    }

    Throwable reason() {
        return reason;
    }
}
