package io.upline.engine.genealogy;

/// What a downline was when somebody looked. As long as a member's edition in one [Genealogy] is the same, so
/// is everything about the members below, but the place in the log and how many they sponsored: since somebody
/// was moved, the sponsored may stand anywhere.
///
/// @param members how many they are
/// @param changes how many changes there were in the whole network
public record Edition(int members, long changes) {}
