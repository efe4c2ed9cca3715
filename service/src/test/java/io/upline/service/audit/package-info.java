@NullMarked
package io.upline.service.audit;

import org.jspecify.annotations.NullMarked;
