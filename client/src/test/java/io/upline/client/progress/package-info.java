/// Tests of the package of the same name.
@NullMarked
package io.upline.client.progress;

import org.jspecify.annotations.NullMarked;
