package io.upline.engine.genealogy;

/// Figures of a whole network.
///
/// @param members the number of members
/// @param roots members without a parent
/// @param spilledOver members who stand under somebody else than their sponsor
/// @param levels the deepest level; 0 in an empty network
/// @param largestDownline the most descendants that any member has
/// @param asOf the place in the log that the answer stands for
public record NetworkSummary(int members, int roots, int spilledOver, int levels, int largestDownline, long asOf) {}
