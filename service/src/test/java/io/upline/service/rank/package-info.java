@NullMarked
package io.upline.service.rank;

import org.jspecify.annotations.NullMarked;
