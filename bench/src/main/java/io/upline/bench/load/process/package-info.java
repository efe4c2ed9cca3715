/// The processes of a benchmark: the service as `./upline serve` starts it, its PostgreSQL, and `wrk`.
///
/// Read [ServiceProcess] first. Nothing here knows what is measured.
@NullMarked
package io.upline.bench.load.process;

import org.jspecify.annotations.NullMarked;
