package io.upline.engine.genealogy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
            int limit = random.nextInt(1, 10);
            DownlinePage page = network.fast.page(0, limit);
            Arrays.stream(page.members()).forEach(read::add);
            while (page.next().isPresent()) {
                if (network.members() < 300) {
                    network.draftMany(random.nextInt(3));
                    network.publish();
                }
                page = network.fast.page(0, page.next().get(), limit);
                Arrays.stream(page.members()).forEach(read::add);
            }
            int[] atLast = Agreement.indexes(network.naive.downline(network.naive.node(0)));
            assertThat(read)
                    .doesNotHaveDuplicates()
                    .containsAll(Arrays.stream(atFirst).boxed().toList());
            assertThat(Arrays.stream(atLast).boxed().filter(read::contains)).isEqualTo(read);
        });
    }

    /// Whoever neither moves nor stands below somebody who moves is never lost, however the reading is disturbed.
    @Test
    void changesBetweenPagesLoseNobodyWhoStaysWhereTheyAre() {
        Seeds.forEachCase(1_000, random -> {
            RandomNetwork network = new RandomNetwork(random);
            network.draftMany(random.nextInt(10, 80));
            network.publish();
            Map<Integer, String> places = network.naive.places(0);
            Set<Integer> read = new HashSet<>();
            int limit = random.nextInt(1, 10);
            DownlinePage page = network.fast.page(0, limit);
            Arrays.stream(page.members()).forEach(read::add);
            for (int pages = 0; page.next().isPresent(); pages++) {
                if (pages < 40) {
                    network.changeMany(random.nextInt(3));
                    places.entrySet().retainAll(network.naive.places(0).entrySet());
                }
                page = network.fast.page(0, page.next().get(), limit);
                Arrays.stream(page.members()).forEach(read::add);
            }
            assertThat(read).containsAll(places.keySet());
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
