@NullMarked
package io.upline.service.bonus.why;

import org.jspecify.annotations.NullMarked;
