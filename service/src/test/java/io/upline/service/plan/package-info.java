@NullMarked
package io.upline.service.plan;

import org.jspecify.annotations.NullMarked;
