package io.upline.service.platform.http.edge;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.upline.service.testing.Wait;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlowBodyTest {
    private static final int PATIENCE_MS = 20_000;
    private static final int END = -1;
    /// Works for longer than a body may take to come in, and doesn't read it.
    private static final String LONG = "/long";

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger read = new AtomicInteger();

    private HttpServer server(long milliseconds) {
        var router = Router.router(vertx);
        router.route().handler(context -> {
            SlowBody.endAfter(milliseconds, context);
            if (context.normalizedPath().equals(LONG)) {
                context.request().pause();
                vertx.setTimer(3 * milliseconds, late -> context.end("done"));
                return;
            }
            context.request().body().onSuccess(body -> {
                read.incrementAndGet();
                context.end("read");
            });
        });
        return vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, InetAddress.getLoopbackAddress().getHostAddress())
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private static Socket connection(HttpServer server) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), server.actualPort());
        socket.setSoTimeout(PATIENCE_MS);
        return socket;
    }

    private static void send(Socket connection, String text) throws IOException {
        connection.getOutputStream().write(text.getBytes(US_ASCII));
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void whoDoesNotSendTheRestLosesTheConnection() throws IOException {
        try (var connection = connection(server(50))) {
            send(connection, "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n{");
            assertThat(connection.getInputStream().read()).isEqualTo(END);
        }
        assertThat(read).hasValue(0);
    }

    /// A GET of the gateway that changes data reads its body.
    @Test
    void anAddressOfTheGatewayMakesNoDifference() throws IOException {
        try (var connection = connection(server(50))) {
            send(connection, "GET /bonus/mark-paid/all/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\nnul");
            assertThat(connection.getInputStream().read()).isEqualTo(END);
        }
        assertThat(read).hasValue(0);
    }

    @Test
    void whoSendsItInPiecesForeverLosesTheConnectionToo() throws IOException {
        try (var connection = connection(server(50))) {
            send(connection, "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n");
            Wait.until(() -> {
                try {
                    send(connection, "1\r\n \r\n");
                    return false;
                } catch (IOException e) {
                    return true;
                }
            });
        }
        assertThat(read).hasValue(0);
    }

    @Test
    void aBodyThatIsThereInTimeIsRead() throws IOException {
        try (var connection = connection(server(PATIENCE_MS))) {
            send(connection, "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{");
            send(connection, "}GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(new String(connection.getInputStream().readNBytes(15), US_ASCII))
                    .isEqualTo("HTTP/1.1 200 OK");
            Wait.until(() -> read.get() == 2);
        }
    }

    /// The gateway sends `null` with every GET, which no route reads.
    @ParameterizedTest
    @ValueSource(
            strings = {"Content-Length: 4\r\n\r\nnull", "Transfer-Encoding: chunked\r\n\r\n4\r\nnull\r\n0\r\n\r\n"})
    void whoAsksIsAnsweredHoweverLongItTakes(String body) throws IOException {
        try (var connection = connection(server(50))) {
            send(connection, "GET " + LONG + " HTTP/1.1\r\nHost: localhost\r\n" + body);
            assertThat(new String(connection.getInputStream().readNBytes(15), US_ASCII))
                    .isEqualTo("HTTP/1.1 200 OK");
        }
    }
}
