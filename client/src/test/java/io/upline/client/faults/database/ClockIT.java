package io.upline.client.faults.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.upline.client.faults.Site;
import io.upline.client.process.PostgresProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("faults")
class ClockIT {
    private static final List<Path> LIBRARIES = List.of(
            Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1"),
            Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketime.so.1"));
    private static final List<String> OFFSETS = List.of("+0", "-2h", "+1h", "-30d", "-1h");

    /// The audit holds every entry's time against the one before.
    @Test
    void timesInTheLogNeverGoBackWhenTheDatabasesClockIsSetBack() throws Exception {
        var folder = Site.folder("Clock");
        var clock = Files.writeString(folder.resolve("clock"), OFFSETS.getFirst());
        var database = PostgresProcess.create(folder.resolve("postgres"), faking(clock));
        try (var site = Site.open("Clock", database, 2)) {
            site.load(24, 10);
            for (var offset : OFFSETS) {
                Files.writeString(clock, offset);
                site.awaitConfirmed(300);
                assertThat(hoursBehind(database))
                        .as("hours behind at " + offset)
                        .isEqualTo(hours(offset));
            }
            site.audit("clock set to " + OFFSETS);
        }
    }

    /// What lets a process take its time from a file; skips the test where that is not possible.
    private static Map<String, String> faking(Path clock) {
        var library = LIBRARIES.stream().filter(Files::exists).findFirst();
        Assumptions.assumeTrue(library.isPresent(), "The clock can be set back only with libfaketime (apt: faketime).");
        return Map.of(
                "LD_PRELOAD",
                library.orElseThrow().toString(),
                "FAKETIME_TIMESTAMP_FILE",
                clock.toString(),
                "FAKETIME_NO_CACHE",
                "1",
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1");
    }

    private static long hours(String offset) {
        return switch (offset) {
            case "-2h" -> 2;
            case "+1h" -> -1;
            case "-30d" -> 30 * 24;
            case "-1h" -> 1;
            default -> 0;
        };
    }

    private static long hoursBehind(PostgresProcess database) throws SQLException {
        try (var connection = database.connection();
                var select = connection.prepareStatement("SELECT extract(epoch FROM clock_timestamp())::bigint");
                var row = select.executeQuery()) {
            row.next();
            return Math.round((System.currentTimeMillis() / 1000 - row.getLong(1)) / 3600.0);
        }
    }
}
