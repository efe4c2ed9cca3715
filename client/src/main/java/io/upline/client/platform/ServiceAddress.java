package io.upline.client.platform;

import java.net.URI;
import java.net.URISyntaxException;

/// Where the service answers, such as `http://127.0.0.1:11000`; never ends with a slash.
public record ServiceAddress(String base) {

    /// Reads what the user wrote.
    ///
    /// @throws IllegalArgumentException when it is not the address of an HTTP service; the message says why
    public static ServiceAddress parse(String text) {
        URI uri = uri(text);
        boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        if (!http || uri.getHost() == null || uri.getQuery() != null || uri.getFragment() != null) {
            throw notAnAddress(text);
        }
        return new ServiceAddress(text.replaceAll("/+$", ""));
    }

    /// The address of `path`, which begins with a slash and may carry a query.
    public URI resolve(String path) {
        return URI.create(base + path);
    }

    @Override
    public String toString() {
        return base;
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw notAnAddress(text);
        }
    }

    private static IllegalArgumentException notAnAddress(String text) {
        return new IllegalArgumentException("'" + text + "' is not an address like http://127.0.0.1:11000");
    }
}
