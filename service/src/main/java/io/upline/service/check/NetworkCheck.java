package io.upline.service.check;

import io.upline.service.audit.chain.ChainCheck;
import io.upline.service.audit.chain.ChainHead;
import io.upline.service.audit.chain.Sealer;
import io.upline.service.check.memory.FigureCheck;
import io.upline.service.check.memory.HangUp;
import io.upline.service.check.memory.MemoryCheck;
import io.upline.service.check.memory.StoredHead;
import io.upline.service.check.rule.AuditRule;
import io.upline.service.check.rule.BonusRule;
import io.upline.service.check.rule.Findings;
import io.upline.service.check.rule.LedgerRule;
import io.upline.service.check.rule.LogRule;
import io.upline.service.check.rule.Rule;
import io.upline.service.network.Network;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.database.DatabaseUnavailable;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/// The whole check, one at a time.
@ApplicationScoped
public class NetworkCheck {
    private static final List<Rule> RULES = Stream.<Rule[]>of(
                    LogRule.values(), BonusRule.values(), LedgerRule.values(), AuditRule.values())
            .flatMap(Stream::of)
            .toList();

    private final Database database;
    private final Network network;
    private final Sealer sealer;
    private final AtomicBoolean running = new AtomicBoolean();

    NetworkCheck(Database database, Network network, Sealer sealer) {
        this.database = database;
        this.network = network;
        this.sealer = sealer;
    }

    /// What one snapshot of the database showed.
    private record Stored(Findings findings, StoredHead extent, ChainHead audit, Optional<MemoryCheck> compared) {}

    /// Checks everything. Blocks; reads the database once from end to end, about 5 s a million members.
    ///
    /// @throws Problem 409 while another check runs
    /// @throws DatabaseUnavailable when PostgreSQL can't be reached
    /// @throws CancellationException when the caller hung up
    CheckReport run(HangUp caller) {
        if (!running.compareAndSet(false, true)) {
            throw Problem.of(ProblemType.CONFLICT, "A check is running already; wait for its end.");
        }
        try {
            return checked(caller);
        } finally {
            running.set(false);
        }
    }

    private CheckReport checked(HangUp caller) {
        var begun = System.nanoTime();
        // What waits to be sealed has no place yet that could be proved.
        sealer.seal();
        var stored = database.snapshot(connection -> look(connection, caller));
        var waited = stored.compared()
                .map(memory -> settle(memory, caller, stored.findings()))
                .orElse(0L);
        return new CheckReport(
                stored.findings(),
                stored.extent(),
                stored.audit(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun),
                TimeUnit.NANOSECONDS.toMillis(waited));
    }

    private Stored look(Connection snapshot, HangUp caller) throws SQLException {
        var findings = new Findings();
        Database.expectLongWork(snapshot);
        var extent = StoredHead.read(snapshot);
        for (var rule : RULES) {
            caller.requireThere();
            rule.apply(snapshot, findings);
        }
        var audit = ChainCheck.run(snapshot, findings::add, caller::requireThere);
        try {
            var memory = new MemoryCheck(network, caller);
            memory.compare(snapshot);
            return new Stored(findings, extent, audit, Optional.of(memory));
        } catch (Problem unavailable) {
            findings.add(notCompared(unavailable.detail()));
            return new Stored(findings, extent, audit, Optional.empty());
        }
    }

    private long settle(MemoryCheck memory, HangUp caller, Findings findings) {
        try {
            memory.settle(findings);
            return new FigureCheck(network, caller).run(findings);
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case SQLException away -> throw new DatabaseUnavailable(away);
                // A tree that can't be walked, or brought up to date: that is what the check is for.
                case RuntimeException wrong -> findings.add(notCompared(String.valueOf(wrong.getMessage())));
                case null, default -> throw e;
            }
            return 0;
        }
    }

    private static String notCompared(String reason) {
        return "This instance's memory could not be compared: " + reason;
    }
}
