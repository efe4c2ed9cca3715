/// Each variable's default, each bad value's sentence, and `.env.example`.
@NullMarked
package io.upline.service.platform.settings;

import org.jspecify.annotations.NullMarked;
