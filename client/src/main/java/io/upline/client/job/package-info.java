/// The command `job`: follows long work of a running service to its end, and tells what came of it.
///
/// Read [JobCommand] first.
@NullMarked
package io.upline.client.job;

import org.jspecify.annotations.NullMarked;
