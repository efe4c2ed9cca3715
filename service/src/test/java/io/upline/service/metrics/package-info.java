/// What an operator's Prometheus reads.
@NullMarked
package io.upline.service.metrics;

import org.jspecify.annotations.NullMarked;
