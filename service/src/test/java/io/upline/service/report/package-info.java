@NullMarked
package io.upline.service.report;

import org.jspecify.annotations.NullMarked;
