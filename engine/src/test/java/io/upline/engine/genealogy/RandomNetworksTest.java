package io.upline.engine.genealogy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The fast genealogy against the naive one, on networks of every shape.
class RandomNetworksTest {

    @Test
    void everyAnswerAgreesWithTheNaiveModel() {
        Seeds.forEachCase(3_000, random -> {
            RandomNetwork network = new RandomNetwork(random);
            network.live(random.nextInt(1, 8));
            new Agreement(network).onEverything();
        });
    }

    @Test
    void everyAnswerAgreesWhileDraftsArePending() {
        Seeds.forEachCase(1_500, random -> {
            RandomNetwork network = new RandomNetwork(random);
            network.live(random.nextInt(1, 5));
            network.draftMany(random.nextInt(1, 20));
            new Agreement(network).onEverything();
        });
    }

    @Test
    void nestedDownlinesHoldWholeLevelsUpToTheLimit() {
        Seeds.forEachCase(1_500, random -> {
            RandomNetwork network = new RandomNetwork(random);
            network.live(random.nextInt(1, 8));
            network.draftMany(random.nextInt(20));
            for (int member = 0; member < network.naive.visible; member++) {
                Agreement agreement = new Agreement(network);
                int all = Math.max(
                        1, network.naive.downline(network.naive.node(member)).size());
                agreement.onDownline(member, Integer.MAX_VALUE, all);
                agreement.onDownline(member, Integer.MAX_VALUE, Math.max(1, all - 1));
                agreement.onDownline(member, random.nextInt(1, 5), all + 1);
                agreement.onDownline(member, random.nextInt(1, 9), random.nextInt(1, all + 1));
            }
        });
    }

    @Test
    void pagesOneAfterTheOtherAreTheWholeDownlineBreadthFirst() {
        Seeds.forEachCase(1_500, random -> {
            RandomNetwork network = new RandomNetwork(random);
            network.live(random.nextInt(1, 8));
            network.draftMany(random.nextInt(20));
            for (int member = 0; member < network.naive.visible; member++) {
                new Agreement(network).onPages(member, random.nextInt(1, 30));
            }
        });
    }

    @Test
    void birthsBetweenPagesNeitherRepeatNorLoseAMember() {
        Seeds.forEachCase(1_500, random -> {
            RandomNetwork network = new RandomNetwork(random);
            network.draftMany(random.nextInt(10, 80));
            network.publish();
            int[] atFirst = Agreement.indexes(network.naive.downline(network.naive.node(0)));
            List<Integer> read = new ArrayList<>();
            int after = Genealogy.NONE;
            int limit = random.nextInt(1, 10);
            do {
                DownlinePage page = network.fast.page(0, after, limit);
                Arrays.stream(page.members()).forEach(read::add);
                after = page.next();
                if (network.members() < 300) {
                    network.draftMany(random.nextInt(3));
                    network.publish();
                }
            } while (after != Genealogy.NONE);
            int[] atLast = Agreement.indexes(network.naive.downline(network.naive.node(0)));
            assertThat(read)
                    .doesNotHaveDuplicates()
                    .containsAll(Arrays.stream(atFirst).boxed().toList());
            assertThat(Arrays.stream(atLast).boxed().filter(read::contains)).isEqualTo(read);
        });
    }

    @Test
    void retractingLeavesNoTrace() {
        Seeds.forEachCase(1_500, random -> {
            RandomNetwork network = new RandomNetwork(random);
            network.live(random.nextInt(1, 4));
            network.draftMany(random.nextInt(1, 60));
            network.retract();
            new Agreement(network).onEverything();
            network.live(1);
            new Agreement(network).onEverything();
        });
    }
}
