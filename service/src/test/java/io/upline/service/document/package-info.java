/// Documents in a real Redis, shared by replicas on a real database.
@NullMarked
package io.upline.service.document;

import org.jspecify.annotations.NullMarked;
