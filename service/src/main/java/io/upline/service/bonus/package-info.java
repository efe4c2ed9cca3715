/// Bonuses as they are kept and shown. They come about in [io.upline.service.bonus.distribution], are listed in
/// [io.upline.service.bonus.list], marked paid in [io.upline.service.bonus.payment], and explained in
/// [io.upline.service.bonus.why].
///
/// Start with [Bonus]; [BonusTable] is the SQL, [BonusJson] what the API shows of one, wherever it is shown. It knows
/// no routes.
@NullMarked
package io.upline.service.bonus;

import org.jspecify.annotations.NullMarked;
