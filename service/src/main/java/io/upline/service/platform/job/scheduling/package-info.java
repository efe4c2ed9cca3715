/// Which replica does what, and when: db-scheduler on the table `scheduled_tasks`.
///
/// Start with [ReplicaScheduler]. Nobody but [BackgroundWork] uses it; that a job is done exactly once doesn't depend
/// on it.
@NullMarked
package io.upline.service.platform.job.scheduling;

import org.jspecify.annotations.NullMarked;
