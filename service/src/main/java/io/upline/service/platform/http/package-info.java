/// What every route shares: problems, request bodies, cursors, aliases, and the guard against foreign web pages.
///
/// Start with [Problem] and [JsonBody].
@NullMarked
package io.upline.service.platform.http;

import org.jspecify.annotations.NullMarked;
