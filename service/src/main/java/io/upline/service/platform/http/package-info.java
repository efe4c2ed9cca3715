/// What routes share to read an address: ids, parameters and cursors, and the link to the next page.
///
/// Start with [Query] and [Cursor]. Beside it are [io.upline.service.platform.http.problem], what goes wrong;
/// [io.upline.service.platform.http.json], bodies; [io.upline.service.platform.http.route], addresses and methods;
/// and [io.upline.service.platform.http.edge], which sees a request before any route does. It knows none of these
/// but problems.
@NullMarked
package io.upline.service.platform.http;

import org.jspecify.annotations.NullMarked;
