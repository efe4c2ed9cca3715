package io.upline.service.platform.job;

import java.util.OptionalLong;

/// What a chunk came to.
public sealed interface JobStep {
    /// There is more to do.
    ///
    /// @param cursor where the next chunk begins
    /// @param done how much is done by now, all chunks together
    /// @param total how much there is in all, or empty as long as that is not known
    record GoOn(String cursor, long done, OptionalLong total) implements JobStep {}

    /// That was the last chunk.
    ///
    /// @param done how much was done, all chunks together
    /// @param result a JSON object
    record Finished(long done, String result) implements JobStep {}
}
