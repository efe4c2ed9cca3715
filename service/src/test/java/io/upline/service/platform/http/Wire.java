package io.upline.service.platform.http;

import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// A connection to the service on which anything can be sent, be it HTTP or not.
public final class Wire implements AutoCloseable {
    private static final int PATIENCE_MS = 20_000;

    private final Socket socket;
    private boolean headOnly;

    private Wire(Socket socket) {
        this.socket = socket;
    }

    /// A reply.
    ///
    /// @param headers by their names in small letters; of several of a name, the last
    public record Reply(int status, Map<String, String> headers, String body) {
        /// The value of a header; empty when there is none.
        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }
    }

    /// A new connection to the service under test.
    ///
    /// @throws IOException when there is nobody
    public static Wire open() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
        socket.setSoTimeout(PATIENCE_MS);
        socket.setTcpNoDelay(true);
        return new Wire(socket);
    }

    /// Sends what is given as it is. A service that no longer listens has refused already, which is no failure.
    public Wire send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            // read what it said before it stopped listening
        }
        return this;
    }

    public Wire send(String text) {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /// A request with a body of known length, addressed to the service by its own name unless a `Host` is given.
    public Wire send(String method, String target, Map<String, String> headers, byte[] body) {
        var all = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        all.put("Host", "localhost");
        all.put("Content-Length", Integer.toString(body.length));
        all.putAll(headers);
        return send(head(method, target, all)).send(body);
    }

    /// A request whose body comes in chunks, so that nobody knows its length beforehand.
    public Wire sendChunked(String method, String target, Map<String, String> headers, byte[] body) {
        var all = new TreeMap<>(headers);
        all.put("Host", "localhost");
        all.put("Transfer-Encoding", "chunked");
        send(head(method, target, all));
        for (int from = 0; from < body.length; from += 8_192) {
            var length = Math.min(8_192, body.length - from);
            var chunk = new ByteArrayOutputStream();
            chunk.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            chunk.write(body, from, length);
            chunk.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
            send(chunk.toByteArray());
        }
        return send("0\r\n\r\n");
    }

    private static String head(String method, String target, Map<String, String> headers) {
        var head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString();
    }

    /// Says that nothing more comes; replies can still be read.
    public Wire finish() {
        try {
            socket.shutdownOutput();
        } catch (IOException e) {
            // it has ended already
        }
        return this;
    }

    /// Whether the next reply tells the length of a body that doesn't come.
    public Wire head(boolean only) {
        headOnly = only;
        return this;
    }

    /// The next reply.
    ///
    /// @throws IOException when the connection ends before or in it
    public Reply read() throws IOException {
        var in = socket.getInputStream();
        var status = Integer.parseInt(line(in).split(" ", 3)[1]);
        var headers = new TreeMap<String, String>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            var colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return new Reply(status, headers, new String(body(in, headers), StandardCharsets.UTF_8));
    }

    private byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        if (headOnly) {
            return new byte[0];
        }
        return headers.containsKey("transfer-encoding")
                ? chunks(in)
                : in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    }

    private static byte[] chunks(InputStream in) throws IOException {
        var body = new ByteArrayOutputStream();
        for (var length = chunkLength(in); length > 0; length = chunkLength(in)) {
            body.writeBytes(in.readNBytes(length));
            line(in);
        }
        line(in);
        return body.toByteArray();
    }

    private static int chunkLength(InputStream in) throws IOException {
        return Integer.parseInt(line(in), 16);
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("The connection ended.");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }

    /// Whether the connection has either ended or can be used for another request.
    public boolean isEndedOrUsable() {
        try {
            return send("GET", "/status", Map.of(), new byte[0]).read().status() == 200;
        } catch (IOException e) {
            return true;
        }
    }

    /// Whether the service has ended the connection instead of answering. An answer is read and forgotten.
    public boolean isEnded() {
        try {
            read();
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
