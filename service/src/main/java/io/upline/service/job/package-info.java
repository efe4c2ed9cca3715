/// Long work over HTTP: how far it is, what came of it, and how to stop it.
///
/// Start with [JobResource]. It knows no kind of job; the work itself is
/// [io.upline.service.platform.job]'s.
@NullMarked
package io.upline.service.job;

import org.jspecify.annotations.NullMarked;
