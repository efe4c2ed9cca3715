/// The network of members: the tree to read, and one way to write.
///
/// Start with [Network], which is all that features need: they hand it what
/// [io.upline.service.network.command] asks, and get what it answers. What is behind it follows one direction:
/// [io.upline.service.network.writing.NetworkWriter] decides and commits batches,
/// [io.upline.service.network.memory.NetworkMemory] holds the tree that follows the log, and
/// [io.upline.service.network.log.NetworkLog] is the log's SQL; these three are for nobody outside. It knows nothing
/// of HTTP routes, bonuses or ranks.
@NullMarked
package io.upline.service.network;

import org.jspecify.annotations.NullMarked;
