/// The versions of the compensation plan over HTTP: putting another one in force, now or later, withdrawing it before,
/// and reading what there is.
///
/// Start with [PlanResource]. Which version is in force at a time is said by
/// [io.upline.service.network.command.PlanTimeline]; how a plan is read, by [io.upline.service.plan.file].
@NullMarked
package io.upline.service.plan.version;

import org.jspecify.annotations.NullMarked;
