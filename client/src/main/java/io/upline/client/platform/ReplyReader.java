package io.upline.client.platform;

import java.io.IOException;
import java.io.InputStream;

/// Reads the body of a successful reply while it arrives.
@FunctionalInterface
public interface ReplyReader<T> {
    /// Returns what the body says; the caller closes it.
    T read(InputStream body) throws IOException;
}
