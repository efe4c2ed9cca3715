package io.upline.service.network;

import io.upline.engine.genealogy.Genealogy;

/// The network at one moment of a transaction.
///
/// @param genealogy the tree, holding all that was committed by then
/// @param nowMicros the database's time, never before the log's last entry, in µs since 1970
public record Moment(Genealogy genealogy, long nowMicros) {}
