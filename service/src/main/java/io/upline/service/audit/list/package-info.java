/// The audit, as an auditor reads it: a list, newest first, by member, by author and by act.
///
/// Start with [AuditResource]. What is stored names members by number; here they get the user ids that they have
/// now, so that somebody who was forgotten stays forgotten.
@NullMarked
package io.upline.service.audit.list;

import org.jspecify.annotations.NullMarked;
