package io.upline.service.platform.batch;

/// What became of one command of a batch: done, or refused for a reason of its own while the others went on.
///
/// @param <R> the result of a command that was done
public sealed interface Outcome<R> {
    /// The command was done, and is durable.
    record Done<R>(R result) implements Outcome<R> {}

    /// The command could not be done; nothing of it was written.
    record Refused<R>(RuntimeException reason) implements Outcome<R> {}
}
