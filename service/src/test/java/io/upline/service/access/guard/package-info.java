/// Who is let in to what, over real HTTP.
@NullMarked
package io.upline.service.access.guard;

import org.jspecify.annotations.NullMarked;
