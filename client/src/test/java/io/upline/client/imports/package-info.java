@NullMarked
package io.upline.client.imports;

import org.jspecify.annotations.NullMarked;
