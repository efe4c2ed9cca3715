package io.upline.service.check.memory;

import io.upline.engine.genealogy.Genealogy;
import io.upline.service.check.rule.Findings;
import io.upline.service.network.Network;
import io.upline.service.network.command.Inspection;
import io.upline.service.network.stored.StoredMember;
import io.upline.service.network.stored.StoredMembers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;

/// Compares this instance's memory with the database.
///
/// [#compare] looks at everybody while writes go on; whoever differs may have been moved meanwhile and is only a
/// suspect. [#settle] looks at the suspects again at a moment when memory holds exactly what is stored; batches
/// wait for that.
public final class MemoryCheck {
    /// Members that are read again in one go, while batches wait.
    public static final int SUSPECTS_AT_ONCE = 5_000;

    private final Network network;
    private final HangUp caller;
    private final BitSet suspects = new BitSet();
    private int next;

    /// A comparison for a caller who may hang up.
    public MemoryCheck(Network network, HangUp caller) {
        this.network = network;
        this.caller = caller;
    }

    /// Looks at every member of a snapshot. O(members), with a bit a member.
    ///
    /// @throws io.upline.service.platform.http.problem.Problem 503 while there is no tree in memory
    public void compare(Connection snapshot) throws SQLException {
        var tree = network.upToDate(snapshot).genealogy();
        StoredMembers.forEach(snapshot, member -> compare(member, tree));
    }

    private void compare(StoredMember member, Genealogy tree) {
        caller.requireThere(member.index());
        if (member.index() > next) {
            suspects.set(next, member.index());
        }
        next = member.index() + 1;
        if (!Comparison.isSame(member, tree)) {
            suspects.set(member.index());
        }
    }

    /// Looks at the suspects again. O(suspects).
    ///
    /// @throws java.util.concurrent.CompletionException with what kept it from being done
    public void settle(Findings findings) {
        var indexes = suspects.stream().toArray();
        for (int from = 0; from < indexes.length; from += SUSPECTS_AT_ONCE) {
            caller.requireThere();
            var some = Arrays.copyOfRange(indexes, from, Math.min(indexes.length, from + SUSPECTS_AT_ONCE));
            network.inspect(new Inspection<>(
                            connection -> StoredMembers.read(connection, some),
                            (stored, tree) -> Comparison.of(some, stored, tree)))
                    .join()
                    .forEach(findings::add);
        }
    }
}
