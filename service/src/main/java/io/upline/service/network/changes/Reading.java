package io.upline.service.network.changes;

import java.util.Optional;

/// What somebody asks for who follows the log.
///
/// @param after the entry that they have already; 0 for none
/// @param atMicros when that entry was recorded, as they were told, in µs since 1970; empty when they don't say
/// @param limit most entries of one answer
record Reading(long after, Optional<Long> atMicros, int limit) {}
