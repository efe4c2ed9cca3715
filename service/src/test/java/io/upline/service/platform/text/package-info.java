@NullMarked
package io.upline.service.platform.text;

import org.jspecify.annotations.NullMarked;
