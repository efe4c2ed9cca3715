package io.upline.client.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A service on a free port, which can be busy and can break connections.
public final class FakeService implements AutoCloseable {
    /// Answers one request.
    @FunctionalInterface
    public interface Handler {
        /// The reply to `method` on `pathAndQuery` with `body`.
        Reply handle(String method, String pathAndQuery, InputStream body) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Handler handler;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger busyReplies = new AtomicInteger();
    private final Map<String, String> headers = new ConcurrentHashMap<>();
    private volatile int requestToBreak = Integer.MAX_VALUE;

    /// Starts to answer with `handler`.
    public FakeService(Handler handler) {
        this.handler = handler;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /// Where it answers.
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// How many requests arrived, busy ones included.
    public int requests() {
        return requests.get();
    }

    /// The value of a header as it came last; empty when it never did.
    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /// The next `times` requests are answered with 503.
    public FakeService busy(int times) {
        busyReplies.set(times);
        return this;
    }

    /// Request number `number` is read and never answered.
    public FakeService breakConnectionAt(int number) {
        requestToBreak = number;
        return this;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            int number = requests.incrementAndGet();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
            if (busyReplies.getAndUpdate(left -> Math.max(left - 1, 0)) > 0) {
                exchange.getRequestBody().readAllBytes();
                exchange.getResponseHeaders().set("Retry-After", "7");
                Reply.problem(503, "Too much work is waiting").send(exchange);
            } else if (number == requestToBreak) {
                exchange.getRequestBody().readAllBytes();
            } else {
                handle(exchange).send(exchange);
            }
        }
    }

    private Reply handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        return handler.handle(exchange.getRequestMethod(), path, exchange.getRequestBody());
    }
}
