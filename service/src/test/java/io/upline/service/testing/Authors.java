package io.upline.service.testing;

import io.upline.service.audit.Author;

/// Whoever acts where nobody sends a request.
public final class Authors {
    /// Somebody.
    public static final Author SOMEBODY = new Author("service", "a-test", null, "192.0.2.1");

    private Authors() {}
}
