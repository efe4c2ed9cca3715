/// Benchmarks of the engine, and generators of large networks.
///
/// Read [PlacementBenchmark] first. Every benchmark proves the network sound when it ends: a fast wrong answer is
/// none. [HeapPerMember] measures memory, [NetworkGenerator] writes a network to a file.
@NullMarked
package io.upline.bench;

import org.jspecify.annotations.NullMarked;
