/// A Redis that is restarted, emptied and brought back as it was, between replicas and those who read its keys
/// directly. Begin with `RedisIT`.
@NullMarked
package io.upline.client.faults.redis;

import org.jspecify.annotations.NullMarked;
