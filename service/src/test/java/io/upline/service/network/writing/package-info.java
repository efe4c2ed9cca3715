@NullMarked
package io.upline.service.network.writing;

import org.jspecify.annotations.NullMarked;
