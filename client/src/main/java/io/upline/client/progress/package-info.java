/// How far a long command has come, on standard error.
///
/// Read [Progress] first. On a terminal it is a bar; in a log file it is a line now and then. Knows nothing of
/// what is being done.
@NullMarked
package io.upline.client.progress;

import org.jspecify.annotations.NullMarked;
