@NullMarked
package io.upline.service.platform.http.edge;

import org.jspecify.annotations.NullMarked;
