@NullMarked
package io.upline.engine.plan.difference;

import org.jspecify.annotations.NullMarked;
