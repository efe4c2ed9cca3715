/// What holds inside the database, as statements that find where it doesn't.
///
/// Start with [Rule]; [LogRule], [BonusRule] and [AuditRule] are all there are. It knows the tables of every feature
/// and none of their code.
@NullMarked
package io.upline.service.check.rule;

import org.jspecify.annotations.NullMarked;
