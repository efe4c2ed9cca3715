/// Where a request is let in or not.
///
/// Start with [Permissions], the one table of what each role may do. [Entrance] holds every route against it;
/// [Authentication] finds out who calls; [OwnDownline] what is theirs. Knows no feature.
@NullMarked
package io.upline.service.access.guard;

import org.jspecify.annotations.NullMarked;
