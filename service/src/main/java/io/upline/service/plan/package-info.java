/// Reads the compensation plan from its YAML file, whole: the outcome is a plan, or every mistake in the file with
/// its line. Also writes a plan as a text that reads back as the same plan.
///
/// Read [io.upline.service.plan.PlanFile] first, then [io.upline.service.plan.Reading]. What a valid plan *is*, the
/// engine says; this package adds only what is particular to a file: syntax, lines, unknown and missing names. The
/// readers inside go down the YAML's nodes, so that every value keeps its line and its text: a number is read from
/// its digits and never through binary floating point. [io.upline.service.plan.Plans] gives features the plan in
/// force; nothing else here knows the database, and nothing knows HTTP.
@NullMarked
package io.upline.service.plan;

import org.jspecify.annotations.NullMarked;
