package io.upline.service.network.command;

/// What became of a [PlanActivation].
///
/// @param version the new one; the one that is in force then anyway, when that is the same plan
/// @param isNew whether the log has anything new because of it
/// @param followed the version that is in force before it, or itself
/// @param followedDocument the plan of that version
/// @param followedWidth the width in force before it, which is not always that of the plan
public record ActivatedPlan(
        PlanTimeline.Version version,
        boolean isNew,
        PlanTimeline.Version followed,
        String followedDocument,
        int followedWidth) {}
