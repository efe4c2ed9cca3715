package io.upline.service.network.writing;

import io.upline.engine.genealogy.Genealogy;
import io.upline.engine.genealogy.GenealogyWriter;
import io.upline.service.audit.Act;
import io.upline.service.audit.AuditEntry;
import io.upline.service.audit.AuditTable;
import io.upline.service.audit.AuditWriter;
import io.upline.service.network.command.Born;
import io.upline.service.network.command.MemberChange;
import io.upline.service.network.command.NetworkCommand;
import io.upline.service.network.command.NetworkCommand.CatchUp;
import io.upline.service.network.command.NetworkCommand.ImportRows;
import io.upline.service.network.command.NetworkCommand.Registration;
import io.upline.service.network.command.NetworkResult;
import io.upline.service.network.command.NetworkResult.Rejection;
import io.upline.service.network.log.Births;
import io.upline.service.network.log.LogEntry;
import io.upline.service.network.log.NetworkLog;
import io.upline.service.network.rule.RegistrationRule;
import io.upline.service.network.rule.RowRule;
import io.upline.service.platform.batch.Outcome;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.idempotency.IdempotencyKey;
import io.upline.service.platform.idempotency.StoredReplies;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One batch: what each command comes to, and what has to be written for it. Decided before anything is written; a
/// command that can't be done is refused alone.
final class NetworkBatch implements RowRule.Known {
    private final Genealogy genealogy;
    private final GenealogyWriter tree;
    private final NetworkLog.Head head;
    private final StoredReplies replies;
    private final Births births = new Births();
    private final BirthAuthors authors = new BirthAuthors();
    private final List<Outcome<NetworkResult>> outcomes = new ArrayList<>();
    private Optional<LogEntry> last = Optional.empty();
    private List<AuditEntry> audited = List.of();
    private @Nullable DecidedChange change;

    private NetworkBatch(Genealogy genealogy, NetworkLog.Head head, StoredReplies replies) {
        this.genealogy = genealogy;
        this.tree = genealogy.writer();
        this.head = head;
        this.replies = replies;
    }

    static List<IdempotencyKey> keysOf(List<NetworkCommand> commands) {
        return commands.stream()
                .flatMap(command -> keyOf(command).stream())
                .map(NetworkCommand.KeyedReply::key)
                .toList();
    }

    private static Optional<? extends NetworkCommand.KeyedReply<?>> keyOf(NetworkCommand command) {
        return switch (command) {
            case Registration registration -> registration.key();
            case MemberChange change -> change.key();
            case ImportRows _, CatchUp _ -> Optional.empty();
        };
    }

    /// Decides all commands in order; new members are drafts of the tree afterwards. Either all of them are
    /// births, or the only one is a change.
    static NetworkBatch decide(
            Genealogy genealogy,
            NetworkLog.Head head,
            StoredReplies replies,
            AuditWriter audit,
            List<NetworkCommand> commands) {
        var batch = new NetworkBatch(genealogy, head, replies);
        commands.forEach(batch::decide);
        batch.audited = batch.entries(audit, commands);
        return batch;
    }

    private List<AuditEntry> entries(AuditWriter audit, List<NetworkCommand> commands) {
        return change != null && commands.getFirst() instanceof MemberChange command
                ? List.of(audit.entry(command.author(), change.deed(), head.nowMicros()))
                : authors.entries(audit, head.nowMicros());
    }

    private void decide(NetworkCommand command) {
        try {
            outcomes.add(new Outcome.Done<>(
                    switch (command) {
                        case Registration registration -> register(registration);
                        case ImportRows rows -> importRows(rows);
                        case MemberChange change -> change(change);
                        case CatchUp _ -> new NetworkResult.CaughtUp();
                    }));
        } catch (Problem refusal) {
            outcomes.add(new Outcome.Refused<>(refusal));
        }
    }

    private NetworkResult register(Registration registration) {
        var known = registration.key().flatMap(keyed -> replies.of(keyed.key()));
        if (known.isPresent()) {
            return new NetworkResult.Replayed(known.get());
        }
        var sponsor = RegistrationRule.sponsor(
                registration.userId(), registration.sponsorId(), tree::find, tree::isSuspended);
        var born = place(registration.userId(), sponsor, head.nowMicros());
        authors.add(Act.REGISTERED, registration.author(), born.seq());
        registration
                .key()
                .ifPresent(keyed -> replies.add(keyed.key(), keyed.reply().apply(born)));
        return new NetworkResult.Placed(born);
    }

    private NetworkResult change(MemberChange command) {
        var known = command.key().flatMap(keyed -> replies.of(keyed.key()));
        if (known.isPresent()) {
            return new NetworkResult.Replayed(known.get());
        }
        var decided = new ChangeDecision(genealogy, head.seq() + 1, head.nowMicros()).of(command);
        change = decided;
        last = Optional.of(decided.entry());
        var result = new NetworkResult.Changed(genealogy, decided.after());
        command.key().ifPresent(keyed -> replies.add(keyed.key(), keyed.reply().apply(result)));
        return result;
    }

    private NetworkResult importRows(ImportRows command) {
        var registered = 0;
        var present = 0;
        var rejected = new ArrayList<Rejection>();
        for (var row : command.rows()) {
            switch (RowRule.judge(row, this, head.nowMicros())) {
                case RowRule.Verdict.Take() -> {
                    var sponsor = row.sponsorId().map(tree::find).orElse(Genealogy.NONE);
                    var born = place(row.userId(), sponsor, row.joinedAtMicros());
                    authors.add(Act.IMPORTED, command.author(), born.seq());
                    registered++;
                }
                case RowRule.Verdict.Present() -> present++;
                case RowRule.Verdict.Reject(var reason) -> rejected.add(new Rejection(row.line(), reason));
            }
        }
        return new NetworkResult.Imported(registered, present, List.copyOf(rejected), head.seq() + births.size());
    }

    @Override
    public boolean isSuspended(UUID userId) {
        var member = tree.find(userId);
        return member != Genealogy.NONE && tree.isSuspended(member);
    }

    @Override
    public RowRule.Sponsorship sponsorOf(UUID userId) {
        var member = tree.find(userId);
        if (member == Genealogy.NONE) {
            return new RowRule.Sponsorship.NotAMember();
        }
        var sponsor = tree.sponsor(member);
        return sponsor == Genealogy.NONE
                ? new RowRule.Sponsorship.Root()
                : new RowRule.Sponsorship.SponsoredBy(tree.userId(sponsor));
    }

    private Born place(UUID userId, int sponsor, long joinedAtMicros) {
        var member = tree.draft(userId, sponsor, joinedAtMicros);
        var seq = head.seq() + births.size() + 1;
        var place = tree.placement(member);
        if (place.parent() == Genealogy.NONE) {
            births.addRoot(userId, joinedAtMicros);
            last = Optional.of(new LogEntry.Birth(seq, member + 1, userId, null, null, 0, joinedAtMicros));
            return new Born(userId, Optional.empty(), Optional.empty(), 0, 1, joinedAtMicros, seq);
        }
        births.add(userId, sponsor + 1, place.parent() + 1, place.position(), joinedAtMicros);
        last = Optional.of(new LogEntry.Birth(
                seq, member + 1, userId, sponsor + 1, place.parent() + 1, place.position(), joinedAtMicros));
        return new Born(
                userId,
                Optional.of(tree.userId(place.parent())),
                Optional.of(tree.userId(sponsor)),
                place.position(),
                place.level(),
                joinedAtMicros,
                seq);
    }

    boolean isEmpty() {
        return births.size() == 0 && change == null;
    }

    List<Outcome<NetworkResult>> outcomes() {
        return outcomes;
    }

    Optional<LogEntry> lastEntry() {
        return last;
    }

    /// Writes everything.
    ///
    /// @return false when the log does not end any more as the batch presumes, and nothing was written
    boolean write(Connection connection) throws SQLException {
        if (change == null) {
            if (!NetworkLog.append(connection, head, births, audited)) {
                return false;
            }
        } else {
            // First the entry: whoever forgets themselves stands in it.
            AuditTable.write(connection, audited);
            change.write(connection);
        }
        replies.write(connection);
        return true;
    }

    /// Whether the log has what this batch wrote: its last entry, in its place.
    boolean isIn(Connection connection) throws SQLException {
        return last.isEmpty()
                || LogEntry.isFirst(
                        last.get(), NetworkLog.since(connection, last.get().seq()));
    }

    /// Makes sure that this batch is not written any more, should its statement still be on the way.
    void shutOut(Connection connection) throws SQLException {
        NetworkLog.shutOut(connection, head.nowMicros());
    }
}
