package io.upline.service.platform.settings;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which Redis, and as whom. [#toString()] leaves the password out.
///
/// @param isEncrypted whether it is spoken to by TLS
/// @param port 1 to 65535
/// @param user empty: the one that Redis takes everybody for
/// @param password empty: none is sent
/// @param database its number, from 0
/// @param trusted PEM file of the certificates that its own may be signed by; empty: those that Java trusts
public record RedisAddress(
        boolean isEncrypted,
        String host,
        int port,
        String user,
        String password,
        int database,
        Optional<Path> trusted) {
    private static final int DEFAULT_PORT = 6_379;
    /// Not by [java.net.URI]: that knows no host with an underscore, and container networks are full of them.
    private static final Pattern FORM = Pattern.compile(
            "redis(?<tls>s)?://(((?<user>[^:@/?]*):)?(?<password>[^@/?]*)@)?(?<host>[A-Za-z0-9._-]+|\\[[0-9a-fA-F:]+])(:(?<port>\\d{1,5}))?(/(?<database>\\d{1,5})?)?");

    /// Reads `redis://user:password@host:port/database`, or `rediss://` for TLS. User, password, port and database
    /// may be missing; user and password may be percent-encoded.
    ///
    /// @return empty when the text is no such address
    static Optional<RedisAddress> parse(String text, Optional<Path> trusted) {
        var match = FORM.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        var port = number(match.group("port"), DEFAULT_PORT);
        if (port < 1 || port > Settings.MAX_PORT) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RedisAddress(
                    match.group("tls") != null,
                    match.group("host").replaceAll("[\\[\\]]", ""),
                    port,
                    decoded(match.group("user")),
                    decoded(match.group("password")),
                    number(match.group("database"), 0),
                    trusted));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static int number(@Nullable String text, int fallback) {
        return text == null ? fallback : Integer.parseInt(text);
    }

    private static String decoded(@Nullable String text) {
        return text == null ? "" : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "%s://%s:%d/%d".formatted(isEncrypted ? "rediss" : "redis", host, port, database);
    }
}
