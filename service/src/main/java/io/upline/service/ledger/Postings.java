package io.upline.service.ledger;

import io.upline.engine.ledger.Posting;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The postings of one transaction, as columns for one `unnest`; and the only statement that posts. Members are
/// their numbers.
public final class Postings {
    private record Row(Posting posting, AccountName from, AccountName to, Origin origin) {}

    /// Takes one column's value from a row.
    @FunctionalInterface
    private interface Column {
        @Nullable
        Object of(Row row);
    }

    private final List<Row> rows = new ArrayList<>();

    /// Adds what moves with a bonus.
    public void ofBonus(UUID bonus, Posting posting) {
        add(posting, new Origin(bonus, null, null));
    }

    /// Adds what takes a bonus back.
    public void ofReversal(UUID bonus, UUID reversal, Posting posting) {
        add(posting, new Origin(bonus, reversal, null));
    }

    /// Adds what was given or taken by hand.
    public void ofAdjustment(UUID adjustment, Posting posting) {
        add(posting, new Origin(null, null, adjustment));
    }

    private void add(Posting posting, Origin origin) {
        rows.add(new Row(posting, AccountName.of(posting.from()), AccountName.of(posting.to()), origin));
    }

    /// Writes them all in the order in which they were added.
    ///
    /// @param atMicros when, in µs since 1970
    public void write(Connection connection, long atMicros) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (var insert = connection.prepareStatement("""
                INSERT INTO posting (kind, from_account, from_member, to_account, to_member, bonus_type, amount, currency,
                                     bonus, reversal, adjustment, posted_at)
                SELECT kind, from_account, from_member, to_account, to_member, bonus_type, amount, currency,
                       bonus, reversal, adjustment, timestamptz 'epoch' + ? * interval '1 microsecond'
                FROM unnest(?::text[], ?::text[], ?::integer[], ?::text[], ?::integer[], ?::text[], ?::numeric[],
                            ?::text[], ?::uuid[], ?::uuid[], ?::uuid[])
                     AS moved (kind, from_account, from_member, to_account, to_member, bonus_type, amount, currency,
                               bonus, reversal, adjustment)
                """)) {
            insert.setLong(1, atMicros);
            insert.setArray(2, array(connection, "text", row -> word(row.posting.kind())));
            insert.setArray(3, array(connection, "text", row -> row.from.word()));
            insert.setArray(4, array(connection, "integer", row -> number(row.from)));
            insert.setArray(5, array(connection, "text", row -> row.to.word()));
            insert.setArray(6, array(connection, "integer", row -> number(row.to)));
            insert.setArray(7, array(connection, "text", Postings::bonusType));
            insert.setArray(
                    8, array(connection, "numeric", row -> row.posting.amount().amount()));
            insert.setArray(
                    9,
                    array(
                            connection,
                            "text",
                            row -> row.posting.amount().currency().code()));
            insert.setArray(10, array(connection, "uuid", row -> row.origin.bonus()));
            insert.setArray(11, array(connection, "uuid", row -> row.origin.reversal()));
            insert.setArray(12, array(connection, "uuid", row -> row.origin.adjustment()));
            insert.executeUpdate();
        }
    }

    private Array array(Connection connection, String type, Column column) throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(column::of).toArray());
    }

    private static String word(Posting.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Integer number(AccountName account) {
        return account.member().isPresent() ? account.member().getAsInt() : null;
    }

    private static @Nullable String bonusType(Row row) {
        return row.from.bonusType().or(row.to::bonusType).orElse(null);
    }
}
