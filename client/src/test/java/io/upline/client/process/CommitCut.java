package io.upline.client.process;

/// What happens to a connection at the moment of a COMMIT.
public enum CommitCut {
    /// Nothing: the COMMIT passes, and so does its answer.
    NONE,
    /// Both ends are closed, and the COMMIT never arrives.
    LOST,
    /// The COMMIT arrives and is done; both ends are closed in place of the answer.
    DONE,
    /// The COMMIT never arrives, and the connection stays open and silent.
    LOST_IN_SILENCE,
    /// The COMMIT arrives and is done, and the connection stays open and silent.
    DONE_IN_SILENCE
}
