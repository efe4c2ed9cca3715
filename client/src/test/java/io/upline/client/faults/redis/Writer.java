package io.upline.client.faults.redis;

import java.io.IOException;
import java.util.List;
import java.util.UUID;

/// Registers members of any team through one replica.
final class Writer extends Activity {
    private static final int PAUSE_MILLIS = 25;
    private static final int OK = 200;

    private final String url;
    private final int replica;
    private final List<Team> teams;

    Writer(String url, int replica, List<Team> teams, long seed) {
        super(seed, PAUSE_MILLIS);
        this.url = url;
        this.replica = replica;
        this.teams = teams;
    }

    /// Registers a team and its first members.
    void fill(Team team, int members) {
        try {
            post(url + "/mlm/root", "{\"user_id\": \"%s\"}".formatted(team.root()));
            for (var member = 0; member < members; member++) {
                register(team);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    void act() throws IOException, InterruptedException {
        register(any(teams));
    }

    private void register(Team team) throws IOException, InterruptedException {
        var reply = post(
                url + "/mlm/register",
                "{\"user_id\": \"%s\", \"parent_id\": \"%s\"}".formatted(UUID.randomUUID(), team.root()));
        if (reply.statusCode() == OK) {
            team.confirmed(replica);
            done();
        } else {
            fault("A registration was answered with " + reply.statusCode() + ": " + reply.body());
        }
    }
}
