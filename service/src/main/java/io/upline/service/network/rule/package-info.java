/// Who may join and who is a member, asked of whatever tree is at hand: a real registration or import and one that
/// only checks can't differ.
///
/// Start with [RegistrationRule] and [RowRule]. They write nothing, and know no SQL.
@NullMarked
package io.upline.service.network.rule;

import org.jspecify.annotations.NullMarked;
