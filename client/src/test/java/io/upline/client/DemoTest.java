package io.upline.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.upline.client.fake.FakeNetwork;
import io.upline.client.fake.FakeService;
import io.upline.client.fake.Reply;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DemoTest {
    private final FakeNetwork network = new FakeNetwork();
    private final FakeService service = new FakeService(network);

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void aNetworkIsRegisteredAndShown() {
        Run run = Run.against(service, "demo", "--seed", "7");

        assertThat(run.exitCode()).isZero();
        assertThat(network.size()).isEqualTo(251);
        assertThat(run.out())
                .contains("250 members joined below ", "spilled over", "--seed 7", "↷ sponsored by")
                .contains("The top of the network", "Who earned most", "Ranks", "The last seven days")
                .contains("30.00 USD", "No rank", "Bronze", "curl '" + service.url() + "/mlm/members/");
        assertThat(run.err()).hasLineCount(3);
    }

    @Test
    void noLineIsWiderThanAHundredColumns() {
        Run run = Run.against(service, "demo", "--seed", "3");

        assertThat(run.out().lines().toList())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void theSameSeedGivesTheSameShapeWithOtherIdsBesideTheFirst() {
        List<String> first = names(Run.against(service, "demo", "--seed", "5"));
        List<String> second = names(Run.against(service, "demo", "--seed", "5"));

        assertThat(second).isEqualTo(first);
        assertThat(network.size()).isEqualTo(502);
    }

    @Test
    void someMembersSpillOverWhateverTheSeed() {
        for (int seed = 0; seed < 5; seed++) {
            Run run = Run.against(service, "demo", "--seed", Integer.toString(seed));
            assertThat(run.out()).as("seed %d", seed).doesNotContain(" 0 of them spilled over");
        }
    }

    @Test
    void aServiceThatRefusesEndsTheDemoWithItsWords() {
        try (FakeService refusing = new FakeService((_, path, _) -> Reply.problem(403, "No access to " + path))) {
            Run run = Run.against(refusing, "demo");

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).endsWith("refused: No access to /mlm/root.\n");
        }
    }

    /// The output without ids, which are new every time.
    private static List<String> names(Run run) {
        return run.out()
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "")
                .replaceAll("(· |order-)[0-9a-f]{8}", "")
                .lines()
                .toList();
    }
}
