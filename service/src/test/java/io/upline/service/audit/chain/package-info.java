@NullMarked
package io.upline.service.audit.chain;

import org.jspecify.annotations.NullMarked;
