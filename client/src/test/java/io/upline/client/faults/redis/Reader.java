package io.upline.client.faults.redis;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/// Reads teams through one replica, and holds each answer against what that replica has confirmed.
final class Reader extends Activity {
    private static final int PAUSE_MILLIS = 5;
    private static final Pattern MEMBER = Pattern.compile("\"user_id\"");
    private static final Pattern COUNT = Pattern.compile("\"downline_count\":(\\d+)");

    private final String url;
    private final int replica;
    private final List<Team> teams;

    Reader(String url, int replica, List<Team> teams, long seed) {
        super(seed, PAUSE_MILLIS);
        this.url = url;
        this.replica = replica;
        this.teams = teams;
    }

    /// How many members a nested downline shows.
    static int members(String downline) {
        return (int) MEMBER.matcher(downline).results().count();
    }

    /// How many members a record counts.
    static int count(String record) {
        var count = COUNT.matcher(record);
        return count.find() ? Integer.parseInt(count.group(1)) : -1;
    }

    @Override
    void act() throws IOException, InterruptedException {
        var team = any(teams);
        var least = team.through(replica);
        var said = anyBoolean() ? downline(team) : record(team);
        if (said < least) {
            fault("Replica %d had confirmed %d members below %s and told of %d."
                    .formatted(replica, least, team.root(), said));
        }
        done();
    }

    private int downline(Team team) throws IOException, InterruptedException {
        var reply = get(url + "/mlm/downline/" + team.root());
        var members = members(reply.body());
        if (members != reply.headers().firstValueAsLong("Upline-Downline-Total").orElse(-1)) {
            fault("A downline shows %d members and says %s.".formatted(members, reply.headers()));
        }
        return members;
    }

    private int record(Team team) throws IOException, InterruptedException {
        return count(get(url + "/mlm/members/" + team.root()).body());
    }
}
