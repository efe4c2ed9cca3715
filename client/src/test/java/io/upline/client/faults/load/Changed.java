package io.upline.client.faults.load;

/// A move, a suspension or a reinstatement as it was confirmed.
///
/// @param reason the reason that was given; no two changes have the same
/// @param kind as the log names it
public record Changed(String reason, String member, String kind, long seq) {}
