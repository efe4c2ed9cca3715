@NullMarked
package io.upline.service.platform.http.route;

import org.jspecify.annotations.NullMarked;
