package io.upline.service.platform.job;

import java.time.Duration;

/// Work that a feature wants done every so often, as a bean: on one replica at a time, and by another when that one
/// dies. It may be begun again before it was over, by another replica that takes a paused one for dead; so it must
/// bear that.
public interface RecurringWork {
    /// The name, in lower case with underscores, unlike that of any other work; it stands in the database.
    String name();

    /// How long to wait after the end of one run before the next.
    Duration every();

    /// Does it, on a virtual thread. Whatever it throws is logged, and it is tried again after [#every()].
    void run();
}
