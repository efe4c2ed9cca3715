package io.upline.engine.genealogy;

import static io.upline.engine.genealogy.Genealogy.NONE;
import static io.upline.engine.genealogy.Networks.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoadingTest {
    private final GenealogyLoader loader = new GenealogyLoader(3);

    @Test
    void aMovedMemberMayStandBelowAYoungerOne() {
        loader.add(id("A"), NONE, NONE, 0, 0);
        loader.add(id("B"), 0, 2, 2, 0);
        loader.add(id("C"), 0, 0, 3, 0);

        Genealogy genealogy = loader.finish(17);

        assertThat(genealogy.asOf()).isEqualTo(17);
        assertThat(genealogy.upline(1, Line.PLACEMENT, 9)).containsExactly(2, 0);
        assertThat(genealogy.member(1).level()).isEqualTo(3);
        assertThat(genealogy.page(0, 9).members()).containsExactly(2, 1);
        assertThat(GenealogyCheck.of(genealogy)).isEmpty();
    }

    @Test
    void everyRandomNetworkSurvivesBeingReloaded() {
        Seeds.forEachCase(500, random -> {
            RandomNetwork network = new RandomNetwork(random);
            network.live(random.nextInt(1, 5));
            network.reload();
            new Agreement(network).onEverything();
            network.live(2);
            new Agreement(network).onEverything();
        });
    }

    @Test
    void everybodyMayHaveMovedBelowAnybody() {
        Seeds.forEachCase(500, random -> {
            RandomNetwork network = new RandomNetwork(random);
            network.live(random.nextInt(1, 8));
            List<Integer> order = new ArrayList<>(
                    IntStream.range(0, network.naive.visible).boxed().toList());
            Collections.shuffle(order, Random.from(random));

            Genealogy shuffled = loadShuffled(network.naive, order);

            assertThat(GenealogyCheck.of(shuffled)).isEmpty();
            for (NaiveGenealogy.Node node : network.naive.nodes) {
                Member member = shuffled.member(shuffled.indexOf(node.userId));
                assertThat(member.level()).isEqualTo(network.naive.level(node));
                assertThat(member.downline())
                        .isEqualTo(network.naive.downline(node).size());
            }
        });
    }

    /// Loads the nodes in another order: the node `order.get(i)` becomes member i.
    private static Genealogy loadShuffled(NaiveGenealogy naive, List<Integer> order) {
        int[] indexes = new int[order.size()];
        for (int index = 0; index < indexes.length; index++) {
            indexes[order.get(index)] = index;
        }
        GenealogyLoader loader = new GenealogyLoader(naive.width);
        for (int number : order) {
            NaiveGenealogy.Node node = naive.node(number);
            int sponsor = node.sponsor == null ? NONE : indexes[node.sponsor.index];
            int parent = node.parent == null ? NONE : indexes[node.parent.index];
            loader.add(node.userId, sponsor, parent, node.position, 0);
        }
        return loader.finish(1);
    }

    @Test
    void whoGotAnotherSponsorStandsWhereTheChangeWas() {
        loader.add(id("A"), NONE, NONE, 0, 0);
        loader.add(id("B"), 0, 0, 1, 0);
        loader.add(id("C"), 0, 0, 2, 0);
        loader.add(id("D"), 0, 0, 3, 0);
        loader.add(id("E"), 0, 1, 1, 0);
        loader.sponsorChanged(1, 2);
        loader.sponsorChanged(2, 4);
        loader.sponsorChanged(1, 4);

        Genealogy genealogy = loader.finish(9);

        assertThat(genealogy.sponsored(0, NONE, 9)).containsExactly(4, 1, 2, 3);
        assertThat(GenealogyCheck.of(genealogy)).isEmpty();
    }

    @Test
    void changesThatCannotBeAreRefused() {
        loader.add(id("A"), NONE, NONE, 0, 0);
        loader.add(id("B"), 0, 0, 1, 0);
        loader.sponsorChanged(0, 2);

        assertThatIllegalArgumentException().isThrownBy(() -> loader.sponsorChanged(2, 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> loader.sponsorChanged(1, 1))
                .withMessageContaining("at least 2");
        assertThatIllegalArgumentException().isThrownBy(() -> loader.sponsorChanged(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> loader.updated(2, 17));
        assertThatIllegalArgumentException().isThrownBy(() -> loader.suspended(-1));
    }

    @Test
    void anEmptyNetworkLoads() {
        assertThat(loader.finish(0).members()).isZero();
    }

    @Test
    void membersInACircleAreRefused() {
        loader.add(id("A"), NONE, NONE, 0, 0);
        loader.add(id("B"), 0, 2, 1, 0);
        loader.add(id("C"), 0, 1, 1, 0);

        assertThatIllegalArgumentException().isThrownBy(() -> loader.finish(3)).withMessageContaining("2 of 3 members");
    }

    @Test
    void aPositionTakenTwiceIsRefused() {
        loader.add(id("A"), NONE, NONE, 0, 0);
        loader.add(id("B"), 0, 0, 1, 0);
        loader.add(id("C"), 0, 0, 1, 0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> loader.finish(3))
                .withMessage("position 1 under member 0 is taken by both 1 and 2");
    }

    @Test
    void anUnknownParentIsRefused() {
        loader.add(id("A"), NONE, NONE, 0, 0);
        loader.add(id("B"), 0, 2, 1, 0);

        assertThatIllegalArgumentException().isThrownBy(() -> loader.finish(2)).withMessageContaining("parent 2");
    }

    @Test
    void anUnknownSponsorAndADuplicateIdAreRefused() {
        loader.add(id("A"), 1, NONE, 0, 0);

        assertThatIllegalArgumentException().isThrownBy(() -> loader.add(id("A"), 0, 0, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> loader.finish(1)).withMessageContaining("sponsor 1");
    }
}
