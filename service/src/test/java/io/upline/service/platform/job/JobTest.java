package io.upline.service.platform.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobTest {
    private static final long SECOND = 1_000_000;

    private static Job job(JobStatus status, long done, @Nullable Long total, long seconds) {
        return new Job(
                UUID.randomUUID(), "a_kind", status, done, total, null, null, false, 0, 0L, null, seconds * SECOND);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            RUNNING, 250,   1000, 10, 25,  30
            RUNNING, 1,     3,    10, 33,  20
            RUNNING, 999,   1000, 10, 99,  1
            RUNNING, 1000,  1000, 10, 100, 0
            RUNNING, 1200,  1000, 10, 100, 0
            RUNNING, 0,     1000, 10, 0,   -
            RUNNING, 10,    -,    10, -,   -
            RUNNING, 0,     0,    10, -,   -
            DONE,    0,     0,    10, 100, -
            FAILED,  500,   1000, 10, 50,  -
            """)
    void theEstimateIsTheRateSoFar(
            JobStatus status,
            long done,
            @Nullable Long total,
            long seconds,
            @Nullable Long percent,
            @Nullable Long left) {
        var job = job(status, done, total, seconds);
        assertThat(job.percent()).isEqualTo(optional(percent));
        assertThat(job.secondsLeft()).isEqualTo(optional(left));
    }

    private static OptionalLong optional(@Nullable Long number) {
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }

    @Test
    void largeFiguresDoNotOverflow() {
        var job = job(JobStatus.RUNNING, Long.MAX_VALUE / 2, Long.MAX_VALUE, 100);
        assertThat(job.percent()).hasValue(50);
        assertThat(job.secondsLeft()).hasValue(100);
    }
}
