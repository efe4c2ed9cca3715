package io.upline.service.platform.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Which database, and as whom. [#toString()] leaves the password out.
///
/// @param jdbcUrl `jdbc:postgresql://host:port/name`, without credentials
public record DatabaseAddress(String jdbcUrl, String user, String password) {
    private static final String JDBC = "jdbc:";

    /// Reads `postgresql://user:password@host:port/name?options`, with or without `jdbc:` in front; also `postgres://`.
    /// User and password may be percent-encoded, or be given as options `user` and `password`.
    ///
    /// @return empty when the text is no such address
    static Optional<DatabaseAddress> parse(String text) {
        var plain = text.startsWith(JDBC) ? text.substring(JDBC.length()) : text;
        try {
            var uri = new URI(plain.replaceFirst("^postgres://", "postgresql://"));
            if (!"postgresql".equals(uri.getScheme())
                    || uri.getHost() == null
                    || uri.getPath().length() < 2) {
                return Optional.empty();
            }
            return Optional.of(of(uri));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static DatabaseAddress of(URI uri) {
        var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        var options = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        var url = "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + options;
        var credentials = Optional.ofNullable(uri.getRawUserInfo()).orElse("").split(":", 2);
        return new DatabaseAddress(url, decoded(credentials[0]), credentials.length > 1 ? decoded(credentials[1]) : "");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return jdbcUrl.substring(JDBC.length()).replaceFirst("\\?.*", "") + (user.isEmpty() ? "" : " as " + user);
    }
}
