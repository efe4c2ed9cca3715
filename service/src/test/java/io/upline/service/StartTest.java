package io.upline.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.StartupEvent;
import io.upline.service.network.Replica;
import io.upline.service.plan.PlansOf;
import io.upline.service.plan.file.PlanFile;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.settings.DatabaseAddress;
import io.upline.service.platform.settings.SettingsReading;
import io.upline.service.testing.Logged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The configured plan fills an empty database, and afterwards is only compared.
class StartTest {
    private static final String WIDER = PlanFile.builtIn().replace("width: 3", "width: 5");

    private final DatabaseAddress address = Replica.database();

    @TempDir
    Path folder;

    @Test
    void theFirstPlanComesFromTheFile() throws IOException {
        assertThat(start(Map.of("PLAN", file(WIDER)))).isEqualTo(new Started(1, 5, List.of()));
    }

    @Test
    void anotherFileChangesNothingAndIsToldOf() throws IOException {
        start(Map.of());
        var again = start(Map.of("PLAN", file(WIDER)));
        assertThat(again.version).isEqualTo(1);
        assertThat(again.width).isEqualTo(3);
        assertThat(again.warnings)
                .singleElement()
                .asString()
                .contains("plan.yaml", "differs from version", "POST /mlm/plans", "The width is 5 instead of 3.");
        assertThat(start(Map.of()).warnings).isEmpty();
    }

    @Test
    void aWidthThatIsSetComesInForceAtEveryStart() throws IOException {
        assertThat(start(Map.of("MAX_CHILDREN", "7")).width).isEqualTo(7);
        assertThat(start(Map.of("MAX_CHILDREN", "4")).width).isEqualTo(4);
        assertThat(start(Map.of()).width).isEqualTo(4);
        assertThat(start(Map.of("PLAN", file(WIDER))).width).isEqualTo(4);
    }

    /// What is in force after a start, and what it warned of.
    private record Started(int version, int width, List<String> warnings) {}

    private Started start(Map<String, String> variables) {
        var database = new Database(Replica.pool(address));
        try (var replica = Replica.notStarted(address);
                var logged = Logged.from()) {
            var network = replica.network();
            var start =
                    new Start(SettingsReading.read(variables), network, PlansOf.replica(network, database), database);
            start.start(new StartupEvent());
            return new Started(
                    network.plans().newest(),
                    network.genealogy().width(),
                    logged.lines()
                            .filter(line -> line.contains("differs from version"))
                            .toList());
        }
    }

    private String file(String plan) throws IOException {
        return Files.writeString(folder.resolve("plan.yaml"), plan).toString();
    }
}
