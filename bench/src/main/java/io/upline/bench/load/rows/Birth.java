package io.upline.bench.load.rows;

import java.util.UUID;

/// One row of the table `member`, as a registration writes it; not a root.
///
/// @param atMicros when it was recorded, in µs since 1970
record Birth(int number, long seq, UUID userId, int sponsor, int parent, int position, long atMicros) {}
