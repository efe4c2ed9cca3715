@NullMarked
package io.upline.service.plan.version;

import org.jspecify.annotations.NullMarked;
