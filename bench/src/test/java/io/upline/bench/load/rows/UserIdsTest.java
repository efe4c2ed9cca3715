package io.upline.bench.load.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UserIdsTest {
    /// The script that sends the loads computes the same.
    @Test
    void anIdFollowsFromItsNumber() {
        assertThat(UserIds.of(1)).isEqualTo("9e3779b1-0000-4000-8000-000000000001");
        assertThat(UserIds.of(1_000_000)).isEqualTo("fc9d0e40-0000-4000-8000-0000000f4240");
    }

    @Test
    void everyNumberHasAnIdOfItsOwn() {
        assertThat(IntStream.range(0, 100_000)
                        .mapToObj(number -> UUID.fromString(UserIds.of(number)))
                        .collect(Collectors.toSet()))
                .hasSize(100_000);
    }
}
