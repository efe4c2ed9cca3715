/// Addresses: which routes there are, their methods, their forms and parameters, and the other names that the
/// deployed gateway has for them.
///
/// Start with [Route] and [Aliases]. It knows routes by their annotations only, and nothing of what they do.
@NullMarked
package io.upline.service.platform.http.route;

import org.jspecify.annotations.NullMarked;
