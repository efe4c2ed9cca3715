/// Callers of every kind, and an authentication service beside the one under test.
@NullMarked
package io.upline.service.access;

import org.jspecify.annotations.NullMarked;
