package io.upline.service.platform.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SslOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.metrics.CommandLatencyRecorder;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import io.upline.service.platform.settings.RedisAddress;
import java.net.SocketAddress;
import java.nio.file.Path;
import java.time.Duration;

/// One connection for short questions, one for long ones, and one for messages. Once made, they are made again by
/// themselves whenever they
/// are lost.
final class Connections implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    /// Between two attempts to find a lost Redis again.
    private static final Duration RECONNECT = Duration.ofMillis(100);
    /// Most questions that wait for their answers.
    private static final int QUEUE_QUESTIONS = 10_000;

    private final ClientResources resources;
    private final RedisClient client;
    private static final RedisCodec<String, byte[]> BYTES = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

    private final StatefulRedisConnection<String, byte[]> questions;
    private final StatefulRedisConnection<String, byte[]> documents;

    private Connections(ClientResources resources, RedisClient client, Messages messages) {
        this.resources = resources;
        this.client = client;
        this.questions = client.connect(BYTES);
        this.documents = client.connect(BYTES);
        listen(client.connectPubSub(), messages);
        tellWhenFoundAgain(client, messages);
    }

    /// Connects; blocks for some seconds at most.
    ///
    /// @throws io.lettuce.core.RedisException when Redis can't be reached or lets nobody in
    static Connections open(RedisAddress address, Messages messages) {
        var resources = resources();
        var client = RedisClient.create(resources, uri(address));
        client.setOptions(options(address));
        try {
            return new Connections(resources, client, messages);
        } catch (RuntimeException e) {
            end(client, resources);
            throw e;
        }
    }

    private static ClientResources resources() {
        return ClientResources.builder()
                .reconnectDelay(Delay.constant(RECONNECT))
                .commandLatencyRecorder(CommandLatencyRecorder.disabled())
                .build();
    }

    private static RedisURI uri(RedisAddress address) {
        var uri = RedisURI.builder()
                .withHost(address.host())
                .withPort(address.port())
                .withDatabase(address.database())
                .withSsl(address.isEncrypted())
                .withTimeout(CONNECT);
        authenticate(uri, address);
        return uri.build();
    }

    private static void authenticate(RedisURI.Builder uri, RedisAddress address) {
        var password = address.password().toCharArray();
        if (!address.user().isEmpty()) {
            uri.withAuthentication(address.user(), password);
        } else if (password.length > 0) {
            uri.withPassword(password);
        }
    }

    private static ClientOptions options(RedisAddress address) {
        var sockets =
                SocketOptions.builder().connectTimeout(CONNECT).keepAlive(true).build();
        var options = ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .requestQueueSize(QUEUE_QUESTIONS)
                .socketOptions(sockets);
        address.trusted().ifPresent(file -> options.sslOptions(trusting(file)));
        return options.build();
    }

    private static SslOptions trusting(Path file) {
        return SslOptions.builder().jdkSslProvider().trustManager(file.toFile()).build();
    }

    /// For long questions and answers.
    StatefulRedisConnection<String, byte[]> documents() {
        return documents;
    }

    /// For short questions; whatever is asked while there is no connection fails at once.
    StatefulRedisConnection<String, byte[]> questions() {
        return questions;
    }

    private static void listen(StatefulRedisPubSubConnection<String, String> connection, Messages messages) {
        connection.addListener(new RedisPubSubAdapter<>() {
            @Override
            public void message(String channel, String message) {
                messages.said(message);
            }
        });
        connection.sync().subscribe(messages.channel());
    }

    private static void tellWhenFoundAgain(RedisClient client, Messages messages) {
        client.addListener(new RedisConnectionStateListener() {
            @Override
            public void onRedisConnected(RedisChannelHandler<?, ?> connection, SocketAddress address) {
                messages.found();
            }
        });
    }

    @Override
    public void close() {
        end(client, resources);
    }

    private static void end(RedisClient client, ClientResources resources) {
        client.shutdown(Duration.ZERO, CONNECT);
        var _ = resources.shutdown();
    }
}
