/// The network of members: the log in PostgreSQL, the tree in memory that follows it, and the one writer.
///
/// Start with [Network], which is all that features see. [NetworkWriter] is the batch discipline, [NetworkLog] the
/// SQL. It knows nothing of HTTP routes, bonuses or ranks.
@NullMarked
package io.upline.service.network;

import org.jspecify.annotations.NullMarked;
