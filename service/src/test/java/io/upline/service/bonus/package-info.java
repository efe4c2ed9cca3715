@NullMarked
package io.upline.service.bonus;

import org.jspecify.annotations.NullMarked;
