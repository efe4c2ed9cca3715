package io.upline.service.platform.job.scheduling;

import java.time.Duration;

/// How quick the scheduler is.
///
/// @param poll how often a replica looks for work that is due
/// @param heartbeat how often it says that it is alive, while it works; after [#MISSED_HEARTBEATS] of them, and up
///     to two more, another takes its work over
record Pace(Duration poll, Duration heartbeat) {
    /// Heartbeats that a replica may miss. The library allows no fewer.
    static final int MISSED_HEARTBEATS = 4;

    /// A second to find work, and at most 18 s to find out that a replica died.
    static final Pace USUAL = new Pace(Duration.ofSeconds(1), Duration.ofSeconds(3));
}
