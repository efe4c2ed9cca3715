/// What holds of all code: who may know whom, and how large things may grow.
@NullMarked
package io.upline.service.architecture;

import org.jspecify.annotations.NullMarked;
