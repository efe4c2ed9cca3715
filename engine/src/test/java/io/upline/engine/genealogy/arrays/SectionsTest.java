package io.upline.engine.genealogy.arrays;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SectionsTest {
    private static final int SLICES = 20_000;

    private final Sections sections = new Sections();

    @Test
    void whoQueuesGetsInBetweenTwoSlices() throws InterruptedException {
        AtomicBoolean isRead = new AtomicBoolean();
        Thread reader;
        boolean isReadBetween;
        try (WriteHold hold = new WriteHold(sections)) {
            reader = Thread.ofPlatform().start(() -> isRead.set(sections.readInt(() -> 1) == 1));
            while (reader.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            for (int slice = 0; slice < SLICES && !isRead.get(); slice++) {
                hold.touched(Sections.SECTION_MEMBERS);
            }
            isReadBetween = isRead.get();
        }
        reader.join();
        assertThat(isReadBetween).isTrue();
    }
}
