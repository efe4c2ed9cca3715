/// The change feed over HTTP, and how it waits.
@NullMarked
package io.upline.service.network.changes;

import org.jspecify.annotations.NullMarked;
