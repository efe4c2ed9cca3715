/// Members as the tables have them, for whoever loads them, checks them, or keeps texts that may name them.
///
/// Start with [StoredMembers]; [Traces] is where a user id stands elsewhere. It knows no tree in memory.
@NullMarked
package io.upline.service.network.stored;

import org.jspecify.annotations.NullMarked;
