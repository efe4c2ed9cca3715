package io.upline.service.check;

import io.upline.service.bonus.Bonuses;
import io.upline.service.testing.Api;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/// A little network that is damaged by hand and mended again. Member 1 is a root; 2, 3 and 4 stand below 1, 5
/// spilled over to below 2, 6 was sponsored by 3; 7 is a root, so that nobody of the others is the log's last
/// entry.
///
/// In texts `{u5}` is the id of member 5, `{n5}` the number, `{s5}` the entry of the birth.
final class HandMade {
    private static final List<String> TABLES = List.of(
            "plan",
            "network",
            "member",
            "member_change",
            "bonus_event",
            "bonus_once",
            "bonus",
            "reversal",
            "adjustment",
            "posting",
            "balance",
            "ledger",
            "debt",
            "member_rank",
            "audit_entry",
            "audit_chain");

    private final DataSource database;
    private final List<String> users = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();
    private final List<Long> entries = new ArrayList<>();

    HandMade(DataSource database) throws SQLException {
        this.database = database;
        users.add(Api.newRoot());
        for (int i = 0; i < 4; i++) {
            users.add(Api.newMember(users.getFirst()));
        }
        users.add(Api.newMember(users.get(2)));
        users.add(Api.newRoot());
        Bonuses.distribute(users.get(4), "referral");
        Api.post("/mlm/rank/evaluate/" + users.getFirst(), "null").then().statusCode(200);
        lookUp();
        // Everything is sealed before it is read: nobody seals between one table and the next.
        Api.get("/mlm/audit").then().statusCode(200);
        keep();
    }

    private void lookUp() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("SELECT number, seq FROM member WHERE user_id = ?::uuid")) {
            for (var user : users) {
                select.setString(1, user);
                try (var row = select.executeQuery()) {
                    row.next();
                    numbers.add(row.getInt(1));
                    entries.add(row.getLong(2));
                }
            }
        }
    }

    private void keep() throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            // Balances and the posting up to which they go are of one moment.
            execute(connection, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            for (var table : TABLES) {
                execute(connection, "CREATE TABLE kept_%s AS TABLE %s".formatted(table, table));
            }
            connection.commit();
        }
    }

    /// A text with the ids, numbers and entries in it.
    String filled(String text) {
        var filled = text;
        for (int i = 0; i < users.size(); i++) {
            filled = filled.replace("{u%d}".formatted(i + 1), users.get(i))
                    .replace("{n%d}".formatted(i + 1), numbers.get(i).toString())
                    .replace("{s%d}".formatted(i + 1), entries.get(i).toString());
        }
        return filled;
    }

    /// Runs statements in one transaction, without foreign keys, as somebody who repairs or restores a database
    /// may.
    void damage(String... statements) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, "SET LOCAL session_replication_role = replica");
            for (var sql : statements) {
                execute(connection, filled(sql));
            }
            connection.commit();
        }
    }

    /// Everything as it was.
    void mend() throws SQLException {
        damage(TABLES.stream()
                .flatMap(table -> Stream.of(
                        "DELETE FROM " + table,
                        "INSERT INTO %s OVERRIDING SYSTEM VALUE TABLE kept_%s".formatted(table, table),
                        "DROP TABLE kept_" + table))
                .toArray(String[]::new));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
