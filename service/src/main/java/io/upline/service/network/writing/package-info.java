/// The one writer: decides what commands come to, writes it in batches, and lets memory show it after the commit.
///
/// Start with [NetworkWriter], the discipline of a batch; [NetworkBatch] and [ChangeDecision] decide. It knows nothing
/// of HTTP routes, bonuses or ranks; only the network itself uses it.
@NullMarked
package io.upline.service.network.writing;

import org.jspecify.annotations.NullMarked;
