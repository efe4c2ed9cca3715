/// Holding bonuses back and releasing them, by hand; and releasing them when their time has come.
@NullMarked
package io.upline.service.bonus.hold;

import org.jspecify.annotations.NullMarked;
