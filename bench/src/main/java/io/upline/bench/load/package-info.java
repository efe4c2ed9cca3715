/// `./upline bench`: loads on the real service, over HTTP and durably, compared with what the same machine can do
/// at most.
///
/// Read [BenchCommand] first, then [RegistrationBench]: the other measurements are of its kind.
@NullMarked
package io.upline.bench.load;

import org.jspecify.annotations.NullMarked;
