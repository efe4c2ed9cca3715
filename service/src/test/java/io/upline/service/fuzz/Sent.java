package io.upline.service.fuzz;

import io.upline.service.openapi.Operation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/// A request as it goes over the wire.
///
/// @param operation what it is meant for
/// @param target as it stands in the first line, encoded or damaged
/// @param body a character for each byte
record Sent(Operation operation, String method, String target, List<Header> headers, String body) {
    private static final int SHORT_BODY = 2_000;
    private static final Path LONG_BODIES = Path.of("target", "fuzz");

    /// A header; of a name there may be several.
    record Header(String name, String value) {
        boolean isNamed(String other) {
            return name.equalsIgnoreCase(other);
        }

        @Override
        public String toString() {
            return name + ": " + value;
        }
    }

    boolean isHead() {
        return method.equals("HEAD");
    }

    /// The bytes of the whole. The last header says how the body is framed.
    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        var head = new StringBuilder("%s %s HTTP/1.1\r\nHost: localhost\r\n".formatted(method, target));
        headers.forEach(header -> head.append(header).append("\r\n"));
        var isChunked = headers.stream().anyMatch(header -> header.isNamed("Transfer-Encoding"));
        if (!isChunked) {
            head.append("Content-Length: ").append(body.length()).append("\r\n");
        }
        bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        if (isChunked && body.length() > 0) {
            bytes.writeBytes((Integer.toHexString(body.length()) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        bytes.writeBytes(body.getBytes(StandardCharsets.ISO_8859_1));
        if (isChunked) {
            bytes.writeBytes((body.length() > 0 ? "\r\n0\r\n\r\n" : "0\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }

    /// The same as a command that can be typed, for a service at its usual address.
    ///
    /// @throws IOException when a body that is too long for a command can't be put into a file
    String curl() throws IOException {
        var command = new StringBuilder();
        if (body.length() > 0 && body.length() <= SHORT_BODY) {
            command.append("printf %s ")
                    .append(quoted(Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.ISO_8859_1))));
            command.append(" | base64 -d | ");
        }
        command.append("curl -sSi --path-as-is -X ").append(method).append(isHead() ? " -I " : " ");
        headers.forEach(
                header -> command.append("-H ").append(asArgument(header)).append(' '));
        if (body.length() > 0) {
            command.append("--data-binary @")
                    .append(body.length() <= SHORT_BODY ? "-" : fileOf(body))
                    .append(' ');
        }
        return command.append(quoted("http://localhost:11000" + target)).toString();
    }

    private static String asArgument(Header header) {
        return quoted(header.value().isEmpty() ? header.name() + ";" : header.toString());
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static Path fileOf(String body) throws IOException {
        Files.createDirectories(LONG_BODIES);
        return Files.writeString(Files.createTempFile(LONG_BODIES, "body-", ".bin"), body, StandardCharsets.ISO_8859_1)
                .toAbsolutePath();
    }
}
