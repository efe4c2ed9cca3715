@NullMarked
package io.upline.service.platform.http.json;

import org.jspecify.annotations.NullMarked;
