/// Tests of adjustments, over HTTP.
@NullMarked
package io.upline.service.adjustment;

import org.jspecify.annotations.NullMarked;
