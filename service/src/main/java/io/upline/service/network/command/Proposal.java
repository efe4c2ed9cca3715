package io.upline.service.network.command;

/// What the configuration proposes at start. It comes in force only through the log, and only where it differs.
///
/// @param width children a member may have, 1 to 100
/// @param planDocument the compensation plan, written canonically
public record Proposal(int width, String planDocument) {}
