/// What a benchmark says: one table of figures with their ceilings and bars.
///
/// Read [Row] first.
@NullMarked
package io.upline.bench.load.report;

import org.jspecify.annotations.NullMarked;
