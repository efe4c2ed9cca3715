/// Who may call, and what each may do. The table for people is docs/ACCESS.md.
///
/// Features read the [Caller] of a request, and nothing else of this package. `guard` lets a request in or not,
/// `limit` counts what each caller asks, `key` knows services by their keys, `token` knows people by the tokens of the
/// authentication service.
@NullMarked
package io.upline.service.access;

import org.jspecify.annotations.NullMarked;
