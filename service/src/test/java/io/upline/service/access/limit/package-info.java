/// How many requests are let in, at the limit and beyond, by a clock that the tests move.
@NullMarked
package io.upline.service.access.limit;

import org.jspecify.annotations.NullMarked;
