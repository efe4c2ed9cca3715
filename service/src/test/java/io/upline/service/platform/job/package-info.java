@NullMarked
package io.upline.service.platform.job;

import org.jspecify.annotations.NullMarked;
