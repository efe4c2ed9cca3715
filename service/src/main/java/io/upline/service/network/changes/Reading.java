package io.upline.service.network.changes;

/// What somebody asks for who follows the log.
///
/// @param after the entry that they have already; 0 for none
/// @param limit most entries of one answer
record Reading(long after, int limit) {}
