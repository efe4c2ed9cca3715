package io.upline.client.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private static Duration waitFor(String retryAfter) throws InterruptedException {
        List<Duration> pauses = new ArrayList<>();
        HttpHeaders headers = HttpHeaders.of(Map.of("Retry-After", List.of(retryAfter)), (_, _) -> true);
        new Patience(1, pauses::add).await(headers);
        return pauses.getFirst();
    }

    @Test
    void theServiceSaysHowLongWithinTheLimit() throws InterruptedException {
        assertThat(waitFor("30")).hasSeconds(30);
        assertThat(waitFor("31")).hasSeconds(30);
        assertThat(waitFor("-1")).hasSeconds(0);
    }

    @Test
    void aDateOrNonsenseMeansTheDefault() throws InterruptedException {
        assertThat(waitFor("Wed, 21 Oct 2026 07:28:00 GMT")).hasSeconds(Patience.DEFAULT_WAIT_SECONDS);
        assertThat(waitFor("")).hasSeconds(Patience.DEFAULT_WAIT_SECONDS);
    }
}
