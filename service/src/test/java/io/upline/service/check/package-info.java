/// Tests of the check: a right network is found right, and every kind of damage is found.
@NullMarked
package io.upline.service.check;

import org.jspecify.annotations.NullMarked;
