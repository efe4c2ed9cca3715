/// Tests of bonuses that are held, over HTTP.
@NullMarked
package io.upline.service.bonus.hold;

import org.jspecify.annotations.NullMarked;
