package io.upline.service.report;

import io.upline.service.bonus.BonusPage;
import io.upline.service.bonus.BonusQuery;
import io.upline.service.bonus.BonusTable;
import io.upline.service.bonus.BonusTable.Total;
import io.upline.service.platform.database.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// What one member earned in seven times 24 hours, paid or not.
///
/// @param totals each currency on its own, over the whole week
/// @param page the newest, or those after a cursor
record WeeklyReport(BonusQuery.Window window, List<Total> totals, BonusPage page) {
    /// Seven days, in µs.
    static final long WEEK_MICROS = TimeUnit.DAYS.toMicros(7);

    /// The report of the week that ends where `position` says, or now.
    ///
    /// @param connection a transaction that reads one snapshot
    static WeeklyReport read(Connection connection, int earner, Optional<WeeklyPosition> position, int limit)
            throws SQLException {
        var to = position.isPresent() ? position.get().toMicros() : Database.nowMicros(connection);
        var window = new BonusQuery.Window(to - WEEK_MICROS, to);
        var query = new BonusQuery(
                Optional.of(earner),
                Optional.empty(),
                Optional.empty(),
                Optional.of(window),
                position.map(WeeklyPosition::last),
                limit);
        var whole =
                new BonusQuery(query.earner(), query.status(), query.type(), query.window(), Optional.empty(), limit);
        return new WeeklyReport(window, BonusTable.totals(connection, whole), BonusTable.page(connection, query));
    }
}
