/// Replicas die and freeze, alone and among others.
@NullMarked
package io.upline.client.faults.replica;

import org.jspecify.annotations.NullMarked;
