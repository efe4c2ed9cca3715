@NullMarked
package io.upline.service.platform.job.scheduling;

import org.jspecify.annotations.NullMarked;
