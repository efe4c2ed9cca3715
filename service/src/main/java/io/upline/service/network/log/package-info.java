/// The log in PostgreSQL: its entries, its head that is lock and counter, and the SQL that appends to it.
///
/// Start with [LogEntry] and [NetworkLog]. The caller holds the transaction. It knows nothing of the tree in memory,
/// nor what its entries mean for it; only the network itself uses it.
@NullMarked
package io.upline.service.network.log;

import org.jspecify.annotations.NullMarked;
