package io.upline.client.faults.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import redis.embedded.RedisServer;

/// A Redis as a process of its own, on one folder and one port. What it last saved comes back with it.
final class RedisProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final String url;
    private final RedisServer server;
    private final RedisClient client;
    private volatile long backNanos = System.nanoTime();

    private RedisProcess(int port, RedisServer server) {
        this.server = server;
        this.url = "redis://127.0.0.1:" + port;
        var uri = RedisURI.create(url);
        uri.setTimeout(PATIENCE);
        this.client = RedisClient.create(uri);
        client.setOptions(ClientOptions.builder().autoReconnect(false).build());
    }

    static RedisProcess start(Path folder) throws IOException {
        var port = freePort();
        var server = RedisServer.newRedisServer()
                .port(port)
                .setting("dir " + folder)
                .setting("save \"\"")
                .onShutdownForceStop(true)
                .build();
        server.start();
        return new RedisProcess(port, server);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    String url() {
        return url;
    }

    /// When it was started last.
    long backNanos() {
        return backNanos;
    }

    /// Restarts it, with what it saved at some time before; or empties it; or lets it save.
    String disturb(Random random) throws IOException {
        return switch (random.nextInt(3)) {
            case 0 -> {
                backNanos = Long.MAX_VALUE;
                server.stop();
                server.start();
                backNanos = System.nanoTime();
                yield "restarted";
            }
            case 1 -> {
                command(Order.FLUSH);
                yield "flushed";
            }
            default -> {
                command(Order.SAVE);
                yield "saved";
            }
        };
    }

    private enum Order {
        FLUSH,
        SAVE
    }

    private void command(Order order) {
        try (var connection = client.connect()) {
            switch (order) {
                case FLUSH -> connection.sync().flushall();
                case SAVE -> connection.sync().save();
            }
        }
    }

    /// A connection of a neighbour; empty while there is nobody to connect to.
    Optional<StatefulRedisConnection<String, String>> connect() {
        try {
            return Optional.of(client.connect());
        } catch (RedisException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        client.shutdown();
        server.stop();
    }
}
