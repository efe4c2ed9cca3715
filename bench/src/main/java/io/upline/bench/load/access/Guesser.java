package io.upline.bench.load.access;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Random;

/// One client with one connection that tries secrets, one after the other, and takes the time of each refusal. It
/// speaks HTTP by itself, for a client library takes longer than the refusal.
public final class Guesser implements AutoCloseable {
    private static final String REFUSED = "HTTP/1.1 401 ";
    private static final String LENGTH = "content-length:";

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final String path;
    private final Random random;

    /// Connects to a service.
    ///
    /// @param path that is asked for, with the id of a member
    /// @param random chooses the order, and what is wrong
    public Guesser(URI service, String path, Random random) throws IOException {
        socket = new Socket(service.getHost(), service.getPort());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
        this.path = path;
        this.random = random;
    }

    /// Sends so many guesses of each kind.
    ///
    /// @throws IOException when one is not refused with 401
    public GuessTimes guess(int turns) throws IOException {
        var nanos = new long[turns][GuessTimes.KINDS.size()];
        var order = new ArrayList<>(GuessTimes.KINDS);
        for (var turn : nanos) {
            Collections.shuffle(order, random);
            for (var guess : order) {
                turn[GuessTimes.KINDS.indexOf(guess)] =
                        time(guess.request(path, random).getBytes(StandardCharsets.US_ASCII));
            }
        }
        return new GuessTimes(nanos);
    }

    private long time(byte[] request) throws IOException {
        var started = System.nanoTime();
        out.write(request);
        in.skipNBytes(bodyBytes());
        return System.nanoTime() - started;
    }

    /// Reads the head of the reply.
    private int bodyBytes() throws IOException {
        var status = line();
        var bytes = 0;
        for (var line = line(); !line.isEmpty(); line = line()) {
            if (line.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
                bytes = Integer.parseInt(line.substring(LENGTH.length()).strip());
            }
        }
        if (!status.startsWith(REFUSED)) {
            throw new IOException("A wrong secret was answered with: " + status);
        }
        return bytes;
    }

    private String line() throws IOException {
        var line = new byte[64];
        var length = 0;
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The service closed the connection.");
            }
            line = length < line.length ? line : Arrays.copyOf(line, 2 * length);
            line[length++] = (byte) next;
        }
        return new String(line, 0, length, StandardCharsets.US_ASCII).strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
