package io.upline.bench.load.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;

/// What the service finds when it compares its memory with the database, after a load.
public enum SelfCheck {
    /// Nothing is wrong.
    CLEAN,
    /// This version of the service has no check.
    NOT_CHECKED;

    private static final Pattern OK = Pattern.compile("\"ok\"\\s*:\\s*true");
    private static final int NOT_FOUND = 404;
    private static final int SUCCESS = 200;

    /// Asks the service. O(members).
    ///
    /// @throws IllegalStateException when it found something, with its words
    public static SelfCheck of(ServiceProcess service) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(service.url() + "/mlm/check"))
                    .build();
            var reply = client.send(request, BodyHandlers.ofString());
            if (reply.statusCode() == NOT_FOUND) {
                return NOT_CHECKED;
            }
            if (reply.statusCode() != SUCCESS || !OK.matcher(reply.body()).find()) {
                throw new IllegalStateException("After the load the service is not sound: " + reply.body());
            }
            return CLEAN;
        }
    }
}
