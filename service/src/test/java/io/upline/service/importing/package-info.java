@NullMarked
package io.upline.service.importing;

import org.jspecify.annotations.NullMarked;
