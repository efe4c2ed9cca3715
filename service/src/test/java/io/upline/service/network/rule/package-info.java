/// Rules alone, without a network.
@NullMarked
package io.upline.service.network.rule;

import org.jspecify.annotations.NullMarked;
