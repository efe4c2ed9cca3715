@NullMarked
package io.upline.service.network.memory;

import org.jspecify.annotations.NullMarked;
