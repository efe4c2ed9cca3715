package io.upline.client.faults.load;

import io.upline.client.faults.load.Caller.Settled;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;

/// One client's moves, changes of sponsor, suspensions and reinstatements. What the tree or another client stands
/// against is refused, which is as right as doing it; whoever is suspended is reinstated later.
public final class Unrest {
    private static final int SUSPENDED_AT_ONCE = 3;

    private final Caller caller;
    private final Acknowledgements acknowledged;
    private final Random random;
    private final Queue<String> suspended = new ArrayDeque<>();

    /// Stirs for one client.
    public Unrest(Caller caller, Acknowledgements acknowledged, Random random) {
        this.caller = caller;
        this.acknowledged = acknowledged;
        this.random = random;
    }

    /// One of them.
    ///
    /// @param except who keeps everything
    public void stir(String except) {
        var member = acknowledged.anyEarlyMember(random);
        if (member.equals(except)) {
            return;
        }
        switch (random.nextInt(4)) {
            case 0 ->
                change(member, "move", "moved", "\"parent_id\": \"%s\"".formatted(acknowledged.anyMember(random)));
            case 1 ->
                change(member, "move", "moved", "\"sponsor_id\": \"%s\"".formatted(acknowledged.anyMember(random)));
            case 2 -> suspend(member);
            default -> reinstate();
        }
    }

    private void suspend(String member) {
        if (suspended.size() < SUSPENDED_AT_ONCE
                && change(member, "suspend", "suspended", "").isPresent()) {
            suspended.add(member);
        }
    }

    private void reinstate() {
        var member = suspended.poll();
        if (member != null) {
            change(member, "reinstate", "reinstated", "");
        }
    }

    private Optional<Settled> change(String member, String verb, String kind, String more) {
        var reason = "test-" + Long.toHexString(random.nextLong());
        var body = "{\"reason\": \"%s\"%s%s}".formatted(reason, more.isEmpty() ? "" : ", ", more);
        var settled = caller.ask("/mlm/members/%s/%s".formatted(member, verb), body, reason);
        settled.ifPresent(done -> keep(
                done,
                new Changed(
                        reason,
                        member,
                        kind,
                        done.answer().body().path("as_of_seq").asLong())));
        return settled.filter(done -> done.answer().status() == 200);
    }

    private void keep(Settled settled, Changed change) {
        switch (settled.answer().status()) {
            case 200 -> acknowledged.changed(change);
            // The member itself was chosen as the new parent or sponsor.
            case 409, 422 -> acknowledged.refused(change.reason());
            default -> acknowledged.violation(change + ": " + settled.by().name() + " said " + settled.answer());
        }
    }
}
