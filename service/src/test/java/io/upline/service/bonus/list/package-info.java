@NullMarked
package io.upline.service.bonus.list;

import org.jspecify.annotations.NullMarked;
