/// Tests of refunds, over HTTP.
@NullMarked
package io.upline.service.bonus.reversal;

import org.jspecify.annotations.NullMarked;
