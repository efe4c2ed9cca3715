/// Paying very many bonuses at once while members join.
@NullMarked
package io.upline.bench.load.paying;

import org.jspecify.annotations.NullMarked;
