/// Reads the compensation plan from its YAML file, whole: the outcome is a plan, or every mistake in the file with
/// its line. Also writes a plan as a text that reads back as the same plan.
///
/// Read [PlanFile] first, then [Reading]. What a valid plan *is*, the engine says; this package adds only what is
/// particular to a file: which names there are, unknown and missing ones. It knows neither the database nor HTTP.
@NullMarked
package io.upline.service.plan.file;

import org.jspecify.annotations.NullMarked;
