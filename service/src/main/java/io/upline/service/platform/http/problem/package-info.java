/// What goes wrong, as clients are told it.
///
/// Start with [Problem], which features throw, and [ProblemType], the list of all kinds with a page each. It knows
/// nothing of requests and routes.
@NullMarked
package io.upline.service.platform.http.problem;

import org.jspecify.annotations.NullMarked;
