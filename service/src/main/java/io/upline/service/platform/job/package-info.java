/// Work that takes longer than a request may wait, and work that is done every so often: on one replica at a time,
/// taken over by another when that one dies.
///
/// Start with [JobKind], which features offer, and [Jobs], by which they submit. In
/// [io.upline.service.platform.job.running] a job is done, chunk after chunk, each exactly once;
/// [io.upline.service.platform.job.scheduling] says which replica runs what, and when. It knows no feature.
@NullMarked
package io.upline.service.platform.job;

import org.jspecify.annotations.NullMarked;
