@NullMarked
package io.upline.service.platform.job.running;

import org.jspecify.annotations.NullMarked;
