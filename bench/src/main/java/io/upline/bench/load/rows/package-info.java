/// The rows of a benchmark: networks to start from, and the rows that a load wrote, to be written once more by
/// plain JDBC.
///
/// Read [Seed] and [MemberRows] first. The SQL is of its own, as any program on the same tables would write it.
@NullMarked
package io.upline.bench.load.rows;

import org.jspecify.annotations.NullMarked;
