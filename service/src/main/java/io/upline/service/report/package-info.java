/// Reports: what a member earned in the last week, and the network in figures. Nothing here changes anything.
///
/// Start with [WeeklyReportResource] and [NetworkReportResource].
@NullMarked
package io.upline.service.report;

import org.jspecify.annotations.NullMarked;
