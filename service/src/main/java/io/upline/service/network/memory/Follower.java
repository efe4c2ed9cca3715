package io.upline.service.network.memory;

import io.upline.engine.genealogy.Genealogy;
import io.upline.engine.genealogy.GenealogyWriter;
import io.upline.service.network.command.PlanTimeline;
import io.upline.service.network.log.LogEntry;
import io.upline.service.network.log.NetworkLog;
import io.upline.service.network.log.PlanLog;
import io.upline.service.platform.database.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The fold of the log into memory: the tree, the settings in force, and the last entry that is in them.
/// The writer's thread changes it; readers take [#genealogy()] and [#plans()].
public final class Follower {
    private final Genealogy genealogy;
    private final Publications publications;
    private volatile PlanTimeline plans;
    private @Nullable LogEntry last;

    private Follower(Genealogy genealogy, Publications publications, PlanTimeline plans, @Nullable LogEntry last) {
        this.genealogy = genealogy;
        this.publications = publications;
        this.plans = plans;
        this.last = last;
        show();
    }

    /// Reads everything in one snapshot. O(members).
    ///
    /// @throws IllegalStateException when a member is missing, or the log has entries of unknown kinds
    static Follower load(Connection connection, Publications publications) throws SQLException {
        Database.readOneSnapshot(connection);
        var unknown = NetworkLog.unknownKinds(connection);
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("The log has entries of the kinds " + unknown
                    + ", which this version does not know; run the version that wrote them, or a newer one.");
        }
        var head = NetworkLog.read(connection);
        var genealogy = NetworkCopy.read(connection, head);
        var tail = NetworkLog.since(connection, head.seq());
        var plans = PlanLog.timeline(connection);
        return new Follower(genealogy, publications, plans, tail.isEmpty() ? null : tail.getLast());
    }

    /// The tree.
    public Genealogy genealogy() {
        return genealogy;
    }

    /// The versions of the compensation plan. Whoever reads the place in the log before this has all of them up to
    /// there.
    public PlanTimeline plans() {
        return plans;
    }

    /// The last entry that memory holds; 0 before the first.
    public long seq() {
        return last == null ? 0 : last.seq();
    }

    /// Whether memory certainly ends with the very entry that the database ends with.
    public boolean isAt(NetworkLog.Head head) {
        // What is in a change the head doesn't tell: whether it is the same one is for a look at the log.
        return head.seq() == seq()
                && last instanceof LogEntry.Birth birth
                && birth.asText().equals(head.lastBirth());
    }

    /// Whether the last entry is a birth: the only one that a head tells from others of the same number.
    public boolean endsWithBirth() {
        return last instanceof LogEntry.Birth;
    }

    /// The head of the log as memory has it.
    ///
    /// @param nowMicros the database's time, in µs since 1970
    public NetworkLog.Head head(long nowMicros) {
        return new NetworkLog.Head(
                seq(),
                genealogy.members(),
                genealogy.width(),
                nowMicros,
                last instanceof LogEntry.Birth birth ? birth.asText() : null);
    }

    /// Applies the entries that follow the last one. The first of `entries` must be that last one itself: another
    /// or none means that the database went back in time. Who was born there may have been forgotten since.
    ///
    /// @return how many were applied
    /// @throws MemoryIsWrong when the entries contradict memory
    public int catchUp(List<LogEntry> entries) {
        if (last != null && !LogEntry.isFirst(last, entries)) {
            throw new MemoryIsWrong("The log has no longer the entry that memory ends with: " + last, null);
        }
        var unseen = last == null ? entries : entries.subList(1, entries.size());
        try {
            unseen.forEach(this::apply);
            show();
            return unseen.size();
        } catch (RuntimeException e) {
            throw new MemoryIsWrong("An entry of the log can't be applied to memory.", e);
        }
    }

    private void apply(LogEntry entry) {
        switch (entry) {
            case LogEntry.Birth birth -> apply(birth);
            case LogEntry.Moved moved -> apply(moved);
            case LogEntry.Suspended(var seq, var member, var at) ->
                withoutDrafts().suspend(member - 1, at, seq);
            case LogEntry.Reinstated(var seq, var member, var at) ->
                withoutDrafts().reinstate(member - 1, at, seq);
            case LogEntry.Forgotten(var seq, var member, var pseudonym, var at) ->
                // Whoever was born later than the last look has the pseudonym already.
                withoutDrafts().rename(member - 1, pseudonym, at, seq);
            case LogEntry.WidthChanged(var seq, var width) -> withoutDrafts().changeWidth(width, seq);
            case LogEntry.OfPlan ofPlan -> plans = PlanLog.after(plans, ofPlan);
            case LogEntry.Unknown unknown ->
                throw new IllegalStateException(
                        "Entry %d is of the kind %s, which this version does not know; run a newer one."
                                .formatted(unknown.seq(), unknown.kind()));
        }
        last = entry;
    }

    private GenealogyWriter withoutDrafts() {
        genealogy.writer().publish(seq());
        return genealogy.writer();
    }

    private void apply(LogEntry.Moved moved) {
        var tree = withoutDrafts();
        var member = moved.member() - 1;
        var parent = moved.parent();
        var sponsor = moved.sponsor();
        var at = moved.atMicros();
        if (parent != null && sponsor != null) {
            tree.moveAndChangeSponsor(member, parent - 1, moved.position(), sponsor - 1, at, moved.seq());
        } else if (parent != null) {
            tree.move(member, parent - 1, moved.position(), at, moved.seq());
        } else if (sponsor != null) {
            tree.changeSponsor(member, sponsor - 1, at, moved.seq());
        }
    }

    private void apply(LogEntry.Birth birth) {
        var member = genealogy
                .writer()
                .draftAt(
                        birth.userId(),
                        index(birth.sponsor()),
                        index(birth.parent()),
                        birth.position(),
                        birth.joinedAtMicros());
        if (member != birth.number() - 1) {
            throw new IllegalStateException(
                    "Entry %d is member %d; memory expected %d.".formatted(birth.seq(), birth.number(), member + 1));
        }
    }

    private static int index(@Nullable Integer number) {
        return number == null ? Genealogy.NONE : number - 1;
    }

    /// Lets readers see what a batch committed: its births are drafts already, a change comes into memory only now.
    ///
    /// @param entry the batch's last one
    public void publish(LogEntry entry) {
        if (entry instanceof LogEntry.Birth) {
            last = entry;
        } else {
            apply(entry);
        }
        show();
    }

    private void show() {
        genealogy.writer().publish(seq());
        publications.seen(seq());
    }

    /// Forgets drafts that were not committed.
    public void retract() {
        genealogy.writer().retract();
    }
}
