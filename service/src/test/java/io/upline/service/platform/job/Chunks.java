package io.upline.service.platform.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.upline.service.network.Replica;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.settings.DatabaseAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;

/// A database with a table into which each chunk of a job writes a row: nothing there refuses a second one.
public final class Chunks {
    private final DatabaseAddress address = Replica.database();
    private final Database database = new Database(Replica.pool(address));
    private final Jobs jobs = new Jobs();

    public Chunks() {
        database.transaction(connection -> connection
                .createStatement()
                .executeUpdate(
                        "CREATE TABLE chunk (job uuid NOT NULL, number integer NOT NULL, replica text NOT NULL)"));
    }

    public DatabaseAddress address() {
        return address;
    }

    public Database database() {
        return database;
    }

    /// Work of so many chunks, as the request says.
    ///
    /// @param during what happens in a chunk before its row is written
    public static JobKind kind(String replica, During during) {
        return new Counting(replica, during);
    }

    /// What happens in a chunk; it gets the chunk's number.
    @FunctionalInterface
    public interface During {
        void at(int number) throws SQLException;
    }

    private record Counting(String replica, During during) implements JobKind {
        @Override
        public String name() {
            return "counting";
        }

        @Override
        public JobStep step(Connection connection, Chunk chunk) throws SQLException {
            int number = Integer.parseInt(chunk.cursor().orElse("0"));
            int chunks = Integer.parseInt(chunk.request());
            during.at(number);
            write(connection, chunk.job(), number, replica);
            return number + 1 == chunks
                    ? new JobStep.Finished(chunks, "{\"chunks\":%d}".formatted(chunks))
                    : new JobStep.GoOn(Integer.toString(number + 1), number + 1, OptionalLong.of(chunks));
        }
    }

    private static void write(Connection connection, UUID job, int number, String replica) throws SQLException {
        try (var insert = connection.prepareStatement("INSERT INTO chunk VALUES (?, ?, ?)")) {
            insert.setObject(1, job);
            insert.setInt(2, number);
            insert.setString(3, replica);
            insert.executeUpdate();
        }
    }

    public UUID submit(String kind, int chunks) {
        return database.transaction(
                connection -> jobs.submit(connection, kind, Integer.toString(chunks), OptionalLong.empty()));
    }

    public UUID submit(int chunks) {
        return submit("counting", chunks);
    }

    public Job job(UUID id) {
        return database.transaction(connection -> Jobs.find(connection, id)).orElseThrow();
    }

    public boolean isOver(UUID id) {
        return job(id).status().isOver();
    }

    public void cancel(UUID id) {
        database.transaction(connection -> Jobs.cancel(connection, id));
    }

    /// How many chunks of a job a replica has done.
    public long doneBy(UUID id, String replica) {
        return rows("SELECT number FROM chunk WHERE job = '%s' AND replica = '%s'".formatted(id, replica))
                .size();
    }

    /// How often the job was taken.
    public int runs(UUID id) {
        return rows("SELECT run FROM job WHERE id = '%s'".formatted(id)).getFirst();
    }

    /// How many tasks the scheduler still has.
    public int tasks() {
        return rows("SELECT count(*)::integer FROM scheduled_tasks WHERE task_name = 'job'")
                .getFirst();
    }

    public void assertDoneOnce(UUID id, int chunks) {
        assertThat(job(id).status()).isEqualTo(JobStatus.DONE);
        assertThat(job(id).result()).isEqualTo("{\"chunks\":%d}".formatted(chunks));
        assertFirstDoneOnce(id, chunks);
    }

    /// That exactly so many chunks are done, from the first on, each once.
    public void assertFirstDoneOnce(UUID id, int chunks) {
        assertThat(rows("SELECT number FROM chunk WHERE job = '%s' ORDER BY number".formatted(id)))
                .isEqualTo(IntStream.range(0, chunks).boxed().toList());
    }

    private List<Integer> rows(String sql) {
        return database.transaction(connection -> {
            try (var select = connection.prepareStatement(sql);
                    var rows = select.executeQuery()) {
                var numbers = new ArrayList<Integer>();
                while (rows.next()) {
                    numbers.add(rows.getInt(1));
                }
                return numbers;
            }
        });
    }
}
