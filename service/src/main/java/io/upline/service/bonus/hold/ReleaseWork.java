package io.upline.service.bonus.hold;

import io.upline.service.bonus.life.Release;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.job.RecurringWork;
import jakarta.inject.Singleton;
import java.time.Duration;

/// Releases bonuses when their time has come.
@Singleton
class ReleaseWork implements RecurringWork {
    private static final Duration PERIOD = Duration.ofSeconds(5);

    private final Database database;

    ReleaseWork(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "release_held_bonuses";
    }

    @Override
    public Duration every() {
        return PERIOD;
    }

    @Override
    public void run() {
        int released;
        do {
            released = database.transaction(Release::due);
        } while (released == Release.AT_ONCE);
    }
}
