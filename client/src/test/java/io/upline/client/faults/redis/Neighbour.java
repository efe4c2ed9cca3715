package io.upline.client.faults.redis;

import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the keys of teams in Redis without asking anybody, and holds them against what was confirmed a second
/// before. What an old file brought back may lie there for as long.
final class Neighbour extends Activity {
    private static final int PAUSE_MILLIS = 2;
    private static final long OLDEST_NANOS = Duration.ofSeconds(1).toNanos();

    private final RedisProcess redis;
    private final List<Team> teams;
    private @Nullable StatefulRedisConnection<String, String> connection;

    Neighbour(RedisProcess redis, List<Team> teams, long seed) {
        super(seed, PAUSE_MILLIS);
        this.redis = redis;
        this.teams = teams;
    }

    @Override
    void act() {
        var team = any(teams);
        var now = System.nanoTime();
        var isBack = now - redis.backNanos() > OLDEST_NANOS;
        var least = team.confirmedBefore(now - OLDEST_NANOS);
        var isDownline = anyBoolean();
        var document = read((isDownline ? "mlm_downline:" : "mlm_user:") + team.root());
        if (document == null) {
            return;
        }
        var shown = isDownline ? Reader.members(document) : Reader.count(document);
        if (isBack && shown < least) {
            fault("A key shows %d members below %s, and %d had been confirmed a second before."
                    .formatted(shown, team.root(), least));
        }
        done();
    }

    private @Nullable String read(String key) {
        try {
            if (connection == null || !connection.isOpen()) {
                connection = redis.connect().orElse(null);
            }
            return connection == null ? null : connection.sync().get(key);
        } catch (RedisException e) {
            connection = null;
            return null;
        }
    }
}
