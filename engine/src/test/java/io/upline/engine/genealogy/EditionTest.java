package io.upline.engine.genealogy;

import static io.upline.engine.genealogy.Genealogy.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// What was read under an edition is right whenever that edition is found again.
class EditionTest {
    private static final int MEMBERS = 3_000;
    private static final int ELDERS = 100;
    private static final int CHANGES = 3_000;
    private static final int PAGE_MEMBERS = 200;

    private final Genealogy genealogy = new Genealogy(3);
    private final GenealogyWriter writer = genealogy.writer();
    private final Map<Integer, Kept> kept = new ConcurrentHashMap<>();
    private final AtomicLong found = new AtomicLong();
    private long time;

    private record Kept(Edition edition, List<String> page) {}

    @Test
    void aBirthBelowMakesAnotherEditionAndABirthElsewhereDoesNot() {
        int top = draft(NONE);
        int left = draft(top);
        int right = draft(top);
        writer.publish(1);
        Edition ofTop = genealogy.edition(top).orElseThrow();
        Edition ofRight = genealogy.edition(right).orElseThrow();
        draft(left);
        writer.publish(2);
        assertThat(genealogy.edition(top)).isPresent().get().isNotEqualTo(ofTop);
        assertThat(genealogy.edition(right)).contains(ofRight);
        writer.suspend(left, 1, 3);
        Edition suspended = genealogy.edition(right).orElseThrow();
        assertThat(suspended).isNotEqualTo(ofRight);
        writer.rename(left, UUID.randomUUID(), 2, 4);
        assertThat(genealogy.edition(right)).isPresent().get().isNotEqualTo(suspended);
    }

    @Test
    void whatWasKeptUnderAnEditionIsWhatIsReadUnderItLater() {
        Seeds.forEachCase(1, random -> {
            for (int member = 0; member < MEMBERS; member++) {
                draft(member == 0 ? NONE : random.nextInt(member));
            }
            writer.publish(1);
            Crowd.run(random, this::changeMany, this::compare);
            // How much was found meanwhile is a matter of the machine; what was kept last must be right now.
            for (int question = 0; question < 10 * ELDERS; question++) {
                compare(random);
            }
            assertThat(found).hasPositiveValue();
        });
    }

    private int draft(int sponsor) {
        return writer.draft(UUID.randomUUID(), sponsor, 0);
    }

    private void changeMany(RandomGenerator random) {
        for (int change = 0; change < CHANGES; change++) {
            switch (random.nextInt(100)) {
                case 0 -> move(random);
                case 1 -> writer.rename(random.nextInt(ELDERS), UUID.randomUUID(), ++time, genealogy.asOf() + 1);
                default -> births(random);
            }
        }
    }

    /// Mostly one below another; sometimes so many that readers are let in while ancestors are being counted.
    private void births(RandomGenerator random) {
        boolean many = random.nextInt(50) == 0;
        int published = genealogy.members();
        int births = many ? 2_000 : random.nextInt(1, 5);
        for (int birth = 0; birth < births; birth++) {
            draft(random.nextInt(published));
        }
        writer.publish(genealogy.asOf() + 1);
    }

    private void move(RandomGenerator random) {
        int member = random.nextInt(1, ELDERS);
        int parent = random.nextInt(genealogy.members());
        int position = random.nextInt(4, Genealogy.MAX_WIDTH);
        if (member != parent
                && !writer.isBelow(parent, member, Line.PLACEMENT)
                && writer.childAt(parent, position) == NONE) {
            writer.move(member, parent, position, ++time, genealogy.asOf() + 1);
        }
    }

    private void compare(RandomGenerator random) {
        int top = random.nextInt(ELDERS);
        var before = genealogy.edition(top);
        List<String> page = read(top);
        if (before.isEmpty() || !before.equals(genealogy.edition(top))) {
            return;
        }
        Kept fresh = new Kept(before.get(), page);
        Kept earlier = kept.put(top, fresh);
        if (earlier != null && earlier.edition.equals(fresh.edition)) {
            found.incrementAndGet();
            assertThat(earlier.page).isEqualTo(page);
        }
    }

    /// Everything that an edition stands for.
    private List<String> read(int top) {
        return genealogy.steadily(() -> {
            DownlinePage page = genealogy.page(top, PAGE_MEMBERS);
            return genealogy.members(page.size(), page::member).stream()
                    .map(member ->
                            member.toString().replaceAll("(sponsored|sponsorDownline|asOf)=\\d+", "") + page.next())
                    .toList();
        });
    }
}
