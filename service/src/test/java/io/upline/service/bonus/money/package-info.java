/// Money as a whole: every cent of every member, through everything that moves it.
///
/// Begin with `NaiveAccounts`, which is obviously right.
@NullMarked
package io.upline.service.bonus.money;

import org.jspecify.annotations.NullMarked;
