package io.upline.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.upline.client.faults.audit.SpilloverModel;
import io.upline.client.process.ServiceProcess;
import io.upline.client.testing.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashIT {
    private static final int ROWS = 20_000;
    private static final int CHUNK_ROWS = 400;
    private static final int WIDTH = 3;

    private final List<String> rows = RealNetwork.rows(ROWS);

    @TempDir
    Path data;

    @Test
    void whateverWasAcknowledgedIsThereAfterTheServiceWasKilledInTheMiddleOfAnImport() throws Exception {
        var seed = Seeds.next();
        var random = new Random(seed);
        var acknowledged = 0;
        while (acknowledged < ROWS / 2) {
            try (var service = ServiceProcess.start(data)) {
                requireAll(service, acknowledged, seed);
                acknowledged = importUntilKilled(service, acknowledged, 100 + random.nextInt(900));
            }
        }
        try (var service = ServiceProcess.start(data)) {
            requireAll(service, acknowledged, seed);
            var file = Files.writeString(data.resolve("all.csv"), RealNetwork.HEADER + "\n" + String.join("\n", rows));
            assertThat(Run.of("import", file.toString(), "--url", service.url()).exitCode())
                    .isZero();
            assertThat(requireAll(service, ROWS, seed))
                    .as("members, seed %d", seed)
                    .isEqualTo(ROWS);
            var check = Run.of("check", "--url", service.url());
            assertThat(check.exitCode())
                    .as("%s%s, seed %d", check.out(), check.err(), seed)
                    .isZero();
        }
    }

    /// Imports chunk by chunk while the process is killed from the side.
    private int importUntilKilled(ServiceProcess service, int from, int afterMillis) throws InterruptedException {
        var killing = CompletableFuture.runAsync(
                service::kill, CompletableFuture.delayedExecutor(afterMillis, TimeUnit.MILLISECONDS));
        var acknowledged = from;
        try {
            while (acknowledged < ROWS) {
                var until = Math.min(ROWS, acknowledged + CHUNK_ROWS);
                var csv = RealNetwork.HEADER + "\n" + String.join("\n", rows.subList(acknowledged, until));
                if (service.post("/mlm/members/import", "text/csv", csv).statusCode() != 200) {
                    break;
                }
                acknowledged = until;
            }
        } catch (IOException e) {
            // killed, as was the intention
        }
        killing.join();
        return acknowledged;
    }

    /// Holds the whole tree, read back over HTTP, against the model: everybody acknowledged is there, everybody
    /// stands where the rule puts them, once, and every count is right.
    ///
    /// @return how many members there are
    private int requireAll(ServiceProcess service, int acknowledged, long seed)
            throws IOException, InterruptedException {
        var found = read(service);
        assertThat(found.size()).as("members, seed %d", seed).isGreaterThanOrEqualTo(acknowledged);
        var model = new SpilloverModel(WIDTH);
        rows.subList(0, found.size()).forEach(row -> RealNetwork.join(model, row));
        var downlines = model.downlines();
        found.forEach((id, line) ->
                assertThat(line).as("seed %d", seed).isEqualTo(expected(model.of(id), downlines.getOrDefault(id, 0))));
        return found.size();
    }

    private static String expected(SpilloverModel.Node node, int downline) {
        var parent = node.parent();
        return "%s,%s,%d,%d,%d"
                .formatted(
                        parent == null ? "" : parent.id(),
                        node.sponsor() == null ? "" : node.sponsor(),
                        node.position(),
                        node.level(),
                        downline);
    }

    /// Every member as `parent,sponsor,position,level,downline`, by id.
    private Map<String, String> read(ServiceProcess service) throws IOException, InterruptedException {
        Map<String, String> found = new HashMap<>();
        for (var row : rows) {
            var columns = row.split(",", -1);
            if (columns[1].isEmpty()) {
                readBelow(service, columns[0], found);
            }
        }
        return found;
    }

    private static void readBelow(ServiceProcess service, String root, Map<String, String> found)
            throws IOException, InterruptedException {
        var count = service.get("/mlm/downline/" + root + "/count", "application/json");
        if (count.statusCode() != 200) {
            return;
        }
        found.put(root, ",,0,1," + count.body());
        service.get("/mlm/members/" + root + "/downline", "text/csv")
                .body()
                .lines()
                .skip(1)
                .forEach(line -> {
                    var columns = line.split(",", -1);
                    var before = found.put(
                            columns[0], String.join(",", columns[1], columns[2], columns[3], columns[4], columns[6]));
                    assertThat(before).as(columns[0]).isNull();
                });
    }
}
