/// People, known by the tokens that the authentication service gave them.
///
/// Start with [Sessions]: from a token to a user. [TokenCheck] says whether a token is right in itself, [Standings]
/// whether it still counts. Knows nothing of requests and of roles. No token ever reaches a log.
@NullMarked
package io.upline.service.access.token;

import org.jspecify.annotations.NullMarked;
