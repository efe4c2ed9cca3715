/// What every test may use: waiting for a condition, and the seed of what is random.
@NullMarked
package io.upline.client.testing;

import org.jspecify.annotations.NullMarked;
