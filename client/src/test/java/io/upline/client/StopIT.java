package io.upline.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.upline.client.process.ServiceProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopIT {
    private static final int FOLLOWERS = 20;
    /// The width and the plan, which a new service writes.
    private static final int LOG_ENTRIES = 2;

    @TempDir
    Path data;

    /// They could wait for a minute; the service stops within seconds, and would cut them off.
    @Test
    void whoWaitsForNewsIsAnsweredBeforeTheServiceStops() throws Exception {
        try (var client = HttpClient.newHttpClient();
                var service = ServiceProcess.start(data)) {
            var waiting = IntStream.range(0, FOLLOWERS)
                    .mapToObj(i -> follow(client, service, 60))
                    .toList();
            // Answered a second later than it came in, so the others are waiting by then.
            requireNothingNew(follow(client, service, 1).join());
            assertThat(waiting).noneMatch(CompletableFuture::isDone);
            service.stop();
            for (var follower : waiting) {
                requireNothingNew(follower.join());
            }
            assertThat(service.said()).doesNotContain("Timed out waiting");
        }
    }

    private static CompletableFuture<HttpResponse<String>> follow(
            HttpClient client, ServiceProcess service, int seconds) {
        var target = "%s/mlm/changes?after=%d&wait=%d".formatted(service.url(), LOG_ENTRIES, seconds);
        return client.sendAsync(HttpRequest.newBuilder(URI.create(target)).build(), BodyHandlers.ofString());
    }

    private static void requireNothingNew(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("{\"items\":[],\"next\":2,").endsWith("\"as_of_seq\":2}");
    }
}
