@NullMarked
package io.upline.service.job;

import org.jspecify.annotations.NullMarked;
