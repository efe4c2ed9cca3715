package io.upline.service.platform.settings;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which database, and as whom. [#toString()] leaves the password out.
///
/// @param jdbcUrl `jdbc:postgresql://host:port/name`, without credentials
public record DatabaseAddress(String jdbcUrl, String user, String password) {
    private static final String JDBC = "jdbc:";
    /// Not by [java.net.URI]: that knows no host with an underscore, and container networks are full of them.
    private static final Pattern FORM = Pattern.compile(
            "(jdbc:)?postgres(ql)?://((?<credentials>[^@/?]*)@)?(?<place>[A-Za-z0-9._\\-\\[\\]:]+/[^/?]+(\\?.*)?)");

    /// Reads `postgresql://user:password@host:port/name?options`, with or without `jdbc:` in front; also
    /// `postgres://`. User and password may be percent-encoded, or be given as options `user` and `password`.
    ///
    /// @return empty when the text is no such address
    static Optional<DatabaseAddress> parse(String text) {
        var match = FORM.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        var credentials =
                Optional.ofNullable(match.group("credentials")).orElse("").split(":", 2);
        try {
            return Optional.of(new DatabaseAddress(
                    JDBC + "postgresql://" + match.group("place"),
                    decoded(credentials[0]),
                    credentials.length > 1 ? decoded(credentials[1]) : ""));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return jdbcUrl.substring(JDBC.length()).replaceFirst("\\?.*", "") + (user.isEmpty() ? "" : " as " + user);
    }
}
