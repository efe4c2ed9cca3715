package io.upline.service.bonus.why;

import io.upline.service.access.Earners;
import io.upline.service.bonus.BonusTable;
import io.upline.service.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Who earned what, by the tables.
@ApplicationScoped
class EarnedBonuses implements Earners {
    private final Database database;

    EarnedBonuses(Database database) {
        this.database = database;
    }

    @Override
    public boolean hasEarned(UUID userId, UUID bonus) {
        return database.transaction(connection -> BonusTable.isEarnedBy(connection, bonus, userId));
    }
}
