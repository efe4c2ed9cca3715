package io.upline.client.fake;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// What the fake service answers.
public record Reply(int status, String contentType, String body) {

    /// Success with JSON.
    public static Reply ok(String json) {
        return new Reply(200, "application/json", json);
    }

    /// A problem with a sentence.
    public static Reply problem(int status, String detail) {
        return new Reply(
                status, "application/problem+json", "{\"status\":%d,\"detail\":\"%s\"}".formatted(status, detail));
    }

    void send(HttpExchange exchange) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
