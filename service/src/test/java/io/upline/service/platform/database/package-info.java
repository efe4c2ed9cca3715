@NullMarked
package io.upline.service.platform.database;

import org.jspecify.annotations.NullMarked;
