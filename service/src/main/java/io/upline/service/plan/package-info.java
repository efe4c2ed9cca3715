/// The compensation plan in force, for features.
///
/// Start with [Plans]. How a plan is read from its file is in [io.upline.service.plan.file]; nothing else of the
/// plan knows the database, and nothing knows HTTP.
@NullMarked
package io.upline.service.plan;

import org.jspecify.annotations.NullMarked;
