/// The log as others read it: everything that happened in the network, in order, by those who follow it, and what
/// happened to one member.
///
/// Start with [ChangesResource] and [ChangeFeed]. Everything is read from PostgreSQL; memory only tells when there
/// is something new.
@NullMarked
package io.upline.service.network.changes;

import org.jspecify.annotations.NullMarked;
