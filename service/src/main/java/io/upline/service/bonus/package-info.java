/// Bonuses over HTTP: the lists, and marking them paid. How they come about is in
/// [io.upline.service.bonus.distribution].
///
/// Start with [Bonus]; [BonusTable] is the SQL, [BonusJson] what the API shows of one, wherever it is shown.
@NullMarked
package io.upline.service.bonus;

import org.jspecify.annotations.NullMarked;
