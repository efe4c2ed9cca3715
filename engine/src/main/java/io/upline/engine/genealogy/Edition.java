package io.upline.engine.genealogy;

/// What a downline was when somebody looked. As long as a member's edition is the same, so is everything about the
/// members below, but the place in the log and how many they sponsored: since somebody was moved, the sponsored may
/// stand anywhere. Networks that were read from the same log have the same editions.
///
/// @param members how many they are
/// @param changeSeq the place in the log of the last change of a member, whoever it was; 0 before the first
/// @param changedAtMicros when that was, in microseconds since 1970 UTC; 0 before the first
public record Edition(int members, long changeSeq, long changedAtMicros) {}
