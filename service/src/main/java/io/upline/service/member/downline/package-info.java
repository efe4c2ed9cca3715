/// The downline of a member over HTTP: as a tree, as a list page by page, and as a stream.
///
/// Start with [DownlineResource] and [DownlinePagesResource]. It answers from the tree in memory and from what was
/// written before; it changes nothing and has no SQL.
@NullMarked
package io.upline.service.member.downline;

import org.jspecify.annotations.NullMarked;
