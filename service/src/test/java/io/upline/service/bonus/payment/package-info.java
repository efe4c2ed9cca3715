@NullMarked
package io.upline.service.bonus.payment;

import org.jspecify.annotations.NullMarked;
