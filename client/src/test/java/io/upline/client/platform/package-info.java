/// Tests of the package of the same name.
@NullMarked
package io.upline.client.platform;

import org.jspecify.annotations.NullMarked;
