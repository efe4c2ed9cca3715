@NullMarked
package io.upline.service.bonus.distribution;

import org.jspecify.annotations.NullMarked;
