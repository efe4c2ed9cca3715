package io.upline.client.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RowRateTest {
    @Test
    void theRateIsThatSinceTheBeginning() {
        AtomicLong now = new AtomicLong(7);
        RowRate rate = new RowRate(now::get);
        now.addAndGet(Duration.ofSeconds(5).toNanos());
        assertThat(rate.after(20_000)).isEqualTo("20,000 rows, 4,000/s");
    }
}
