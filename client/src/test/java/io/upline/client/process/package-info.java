/// The real things as processes of their own, which a test may kill, pause, cut off and start again: the packaged
/// service, PostgreSQL, the connection between them, its disk and its clock.
@NullMarked
package io.upline.client.process;

import org.jspecify.annotations.NullMarked;
