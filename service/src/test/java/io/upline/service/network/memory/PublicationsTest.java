package io.upline.service.network.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.upline.service.testing.Wait;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PublicationsTest {
    private static final int CROWD = 5_000;

    private final Publications publications = new Publications();

    @Test
    void whoWaitsIsToldOfWhatComesAfterOnly() {
        publications.seen(7);
        var now = publications.after(6);
        var next = publications.after(7);
        var later = publications.after(8);
        assertThat(now).isCompleted();
        publications.seen(8);
        Wait.until(next::isDone);
        assertThat(later).isNotDone();
        assertThat(publications.waiting()).isEqualTo(1);
    }

    @Test
    void whoNoLongerWaitsIsForgotten() {
        assertThat(publications.after(7).cancel(false)).isTrue();
        var late = publications.after(7).completeOnTimeout(null, 1, TimeUnit.MILLISECONDS);
        Wait.until(late::isDone);
        Wait.until(() -> publications.waiting() == 0);
    }

    @Test
    void aLogThatWentBackIsToldToEverybody() {
        publications.seen(9);
        var waiting = publications.after(9);
        publications.seen(5);
        Wait.until(waiting::isDone);
    }

    @Test
    void nobodyWaitsWhenTheServiceStops() {
        var waiting = publications.after(7);
        publications.close();
        assertThat(waiting).isCompleted();
        assertThat(publications.after(7)).isCompleted();
        assertThat(publications.waiting()).isZero();
    }

    @Test
    void aCrowdThatJoinsWhileTheLogGrowsIsToldToTheLastOne() {
        var crowd = Stream.iterate(0L, seq -> seq + 1).limit(CROWD).map(seq -> {
            var waiting = publications.after(seq / 10);
            publications.seen(seq / 10);
            return waiting;
        });
        var all = crowd.toArray(CompletableFuture[]::new);
        publications.seen(CROWD);
        CompletableFuture.allOf(all).orTimeout(20, TimeUnit.SECONDS).join();
        Wait.until(() -> publications.waiting() == 0);
    }
}
