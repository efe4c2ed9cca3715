package io.upline.service.bonus.life;

import io.upline.engine.ledger.Step;
import io.upline.service.ledger.Debts;
import io.upline.service.platform.database.Database;
import java.sql.Connection;
import java.sql.SQLException;

/// Makes bonuses payable once they were held long enough.
public final class Release {
    /// Released in one transaction at most.
    public static final int AT_ONCE = 5_000;

    private Release() {}

    /// Releases some that are due, and returns how many; fewer than [#AT_ONCE] when no more are.
    public static int due(Connection connection) throws SQLException {
        var nowMicros = Database.nowMicros(connection);
        var due = LifeTable.lockDue(connection, nowMicros, AT_ONCE);
        var steps = new Steps(Debts.unread());
        for (var bonus : due) {
            if (bonus.life().release() instanceof Step.Taken released) {
                steps.take(bonus.id(), released);
            }
        }
        steps.write(connection, nowMicros);
        return due.size();
    }
}
