/// Doing a job that a replica has in hand: chunk after chunk, each exactly once.
///
/// Start with [JobRunner]. It knows nothing of other replicas but that one of them may take the job away.
@NullMarked
package io.upline.service.platform.job.running;

import org.jspecify.annotations.NullMarked;
