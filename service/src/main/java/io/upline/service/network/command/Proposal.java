package io.upline.service.network.command;

import java.util.OptionalInt;

/// What the configuration proposes at start. It comes in force only through the log: the width where it differs, the
/// plan only where there is none.
///
/// @param width children a member may have, 1 to 100; empty for that of the plan, where there is none yet
/// @param planWidth the width that the plan names
/// @param planDocument the compensation plan, written canonically
public record Proposal(OptionalInt width, int planWidth, String planDocument) {}
