/// Lists of bonuses over HTTP.
///
/// Start with [BonusListResource]. It only reads, by [io.upline.service.bonus.BonusTable].
@NullMarked
package io.upline.service.bonus.list;

import org.jspecify.annotations.NullMarked;
