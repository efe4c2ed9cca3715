/// The tree in memory, which follows the log.
///
/// Start with [NetworkMemory], which drops and reads again what can't be trusted; [Follower] is the fold of the log.
/// It decides nothing and writes nothing to the database; only the network itself uses it.
@NullMarked
package io.upline.service.network.memory;

import org.jspecify.annotations.NullMarked;
