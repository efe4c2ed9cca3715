/// What stands before every route: the guard against foreign web pages, limits of size and time, headers, and the
/// replies to whatever a route throws or no route takes.
///
/// Start with [RequestGuard], the first to see a request, and [ProblemReplies], the last to see a failure. It reads
/// no bodies, and knows nothing of who is calling.
@NullMarked
package io.upline.service.platform.http.edge;

import org.jspecify.annotations.NullMarked;
