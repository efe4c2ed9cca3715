package io.upline.service.audit.chain;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/// Proves the chain: that every entry is as it was sealed, in its place, and that nobody's name was put in
/// another's place, as long as the entry has its salt. One without it is of somebody who was forgotten: that it names
/// a pseudonym which the log gave, others prove. What waits to be sealed is looked at as well; only its place
/// can't be.
public final class ChainCheck {
    /// Entries that are fetched at once.
    private static final int FETCH_ROWS = 500;

    private final Consumer<String> findings;
    private ChainHead last = ChainHead.START;

    private ChainCheck(Consumer<String> findings) {
        this.findings = findings;
    }

    /// Reads the audit from end to end. O(entries), and no memory.
    ///
    /// @param snapshot an open transaction
    /// @param findings takes what is wrong, a sentence each
    /// @param step is told how many entries were looked at, after each
    /// @return how the chain ends
    public static ChainHead run(Connection snapshot, Consumer<String> findings, IntConsumer step) throws SQLException {
        var check = new ChainCheck(findings);
        try (var select = snapshot.prepareStatement("""
                SELECT %s FROM audit_entry ORDER BY audit_entry.sealed
                """.formatted(StoredEntry.COLUMNS))) {
            select.setFetchSize(FETCH_ROWS);
            try (var rows = select.executeQuery()) {
                for (int entries = 1; rows.next(); entries++) {
                    check.look(StoredEntry.read(rows));
                    step.accept(entries);
                }
            }
        }
        check.compare(ChainTable.head(snapshot));
        return check.last;
    }

    private void look(StoredEntry entry) {
        var number = entry.number();
        var hash = entry.hash();
        if (!entry.isByItsAuthor()) {
            findings.accept("Whoever acted in entry %s of the audit is not who was written down."
                    .formatted(number == null ? entry.id() : number));
        }
        if (number != null && hash != null) {
            lookAtPlace(entry, number, hash);
            last = new ChainHead(number, hash);
        }
    }

    /// An entry after a gap can't be proved: the hash before it is gone.
    private void lookAtPlace(StoredEntry entry, long number, String hash) {
        if (number != last.number() + 1) {
            findings.accept(missing(last.number() + 1, number - 1));
        } else if (!entry.hashAfter(last.hash(), number).equals(hash)) {
            findings.accept("Entry %d of the audit is not as it was sealed, or not in its place.".formatted(number));
        }
    }

    private static String missing(long from, long to) {
        return from == to
                ? "Entry %d of the audit is missing.".formatted(from)
                : "Entries %d to %d of the audit are missing.".formatted(from, to);
    }

    private void compare(ChainHead kept) {
        if (kept.number() > last.number()) {
            findings.accept(missing(last.number() + 1, kept.number()));
        } else if (!kept.equals(last)) {
            findings.accept("The audit ends with entry %d, and audit_chain says %d, or another hash of it."
                    .formatted(last.number(), kept.number()));
        }
    }
}
