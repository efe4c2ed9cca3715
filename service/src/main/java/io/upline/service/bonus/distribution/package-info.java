/// Distributing bonuses: what one event pays, once and never twice.
///
/// Start with [DistributionWriter], which does a batch of requests in one transaction. [DistributionBatch]
/// decides, from the tree and the plan in memory ([io.upline.service.bonus.distribution.event.Grounds]) and from what
/// was paid before; [io.upline.service.bonus.distribution.table] is the SQL. Who earns what is the engine's to say.
@NullMarked
package io.upline.service.bonus.distribution;

import org.jspecify.annotations.NullMarked;
