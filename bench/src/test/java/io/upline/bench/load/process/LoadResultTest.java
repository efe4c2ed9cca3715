package io.upline.bench.load.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LoadResultTest {
    private static final String HEAD = "Running 15m test @ http://127.0.0.1:11000\n  2 threads and 64 connections\n";

    @Test
    void theScriptsLineIsRead() {
        var result =
                LoadResult.of(HEAD + "result answers=200 seconds=0.500000 p50=1500 p99=2500 max=9000 failures=0\n");
        assertThat(result).isEqualTo(new LoadResult(200, 0.5, 1.5, 2.5, 9));
        assertThat(result.perSecond()).isEqualTo(400);
    }

    @Test
    void aRequestThatFailedEndsTheRun() {
        var output = HEAD + "result answers=200 seconds=0.500000 p50=1500 p99=2500 max=9000 failures=1\n";
        assertThatThrownBy(() -> LoadResult.of(output)).hasMessageContaining("failures=1");
    }

    @Test
    void aGeneratorThatBrokeOffEndsTheRun() {
        assertThatThrownBy(() -> LoadResult.of("unable to connect")).hasMessageContaining("unable to connect");
    }
}
