package io.upline.engine.genealogy;

import static io.upline.engine.genealogy.Networks.id;
import static io.upline.engine.genealogy.Networks.network;
import static org.assertj.core.api.Assertions.assertThat;

import io.upline.engine.genealogy.check.Findings;
import org.junit.jupiter.api.Test;

class GenealogyCheckTest {
    private final Genealogy genealogy = network("A(B C)");

    @Test
    void aSoundNetworkHasNoFindings() {
        genealogy.writer().draft(id("draft"), 1, 0);

        assertThat(GenealogyCheck.of(genealogy)).isEmpty();
    }

    @Test
    void aWrongCountIsFound() {
        genealogy.network().sponsors().links().countDescendants(0, 1);

        assertThat(GenealogyCheck.of(genealogy))
                .containsExactly(
                        "number of descendants in the sponsor tree of user %s is 3, it should be 2".formatted(id("A")));
    }

    @Test
    void aChildThatItsParentDoesNotKnowIsFound() {
        genealogy.network().placement().unlink(2);

        assertThat(GenealogyCheck.of(genealogy))
                .contains(
                        "user %s is not listed in the placement tree among the children of user %s"
                                .formatted(id("C"), id("A")),
                        "number of descendants of user %s is 2, it should be 1".formatted(id("A")));
    }

    @Test
    void anIdThatLeadsNowhereIsFound() {
        genealogy.network().userIds().remove(1);

        assertThat(GenealogyCheck.of(genealogy)).containsExactly("user %s is not found by its id".formatted(id("B")));
    }

    @Test
    void aWrongOpenDepthIsFound() {
        genealogy.network().placement().changeWidth(2, 3);

        assertThat(GenealogyCheck.of(genealogy))
                .containsExactly("open depth of user %s is 1, it should be 0".formatted(id("A")));
    }

    @Test
    void aWrongLevelIsFound() {
        genealogy.network().placement().prepareLevels(1, 1);

        assertThat(GenealogyCheck.of(genealogy)).containsExactly("user %s has two different levels".formatted(id("B")));

        genealogy.network().placement().showPreparedLevels();

        assertThat(GenealogyCheck.of(genealogy)).contains("level of user %s is 3, it should be 2".formatted(id("B")));
    }

    @Test
    void aWrongOrderOfTheSponsoredIsFound() {
        genealogy.network().sponsors().relink(1, 0, 2);

        assertThat(GenealogyCheck.of(genealogy))
                .containsExactly("user %s is listed after a later one of its sponsor".formatted(id("B")));
    }

    @Test
    void aWrongHeightIsFound() {
        genealogy.network().placement().reach(0, 2);

        assertThat(GenealogyCheck.of(genealogy))
                .containsExactly("height of user %s is 2, it should be 1".formatted(id("A")));
    }

    @Test
    void someMembersAreLookedAtAlone() {
        genealogy.network().placement().reach(0, 2);

        assertThat(GenealogyCheck.of(genealogy, 0, 1)).hasSize(1);
        assertThat(GenealogyCheck.of(genealogy, 1, Integer.MAX_VALUE)).isEmpty();
    }

    @Test
    void aBrokenNetworkDoesNotFloodTheReport() {
        Genealogy chain = Networks.chain(Findings.MAX_FINDINGS + 2);
        for (int member = 0; member < chain.members(); member++) {
            chain.network().sponsors().links().countChild(member);
        }

        assertThat(GenealogyCheck.of(chain)).hasSize(Findings.MAX_FINDINGS);
    }
}
