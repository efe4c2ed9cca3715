/// Tests of the package of the same name.
@NullMarked
package io.upline.client.csv;

import org.jspecify.annotations.NullMarked;
