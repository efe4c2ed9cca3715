@NullMarked
package io.upline.service.audit.list;

import org.jspecify.annotations.NullMarked;
