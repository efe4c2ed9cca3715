@NullMarked
package io.upline.service.network.log;

import org.jspecify.annotations.NullMarked;
