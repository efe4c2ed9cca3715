/// Tests of the package of the same name.
@NullMarked
package io.upline.client.picture;

import org.jspecify.annotations.NullMarked;
