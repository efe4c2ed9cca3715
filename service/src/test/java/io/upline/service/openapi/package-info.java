/// The OpenAPI document held against the code, and what other tests read from it.
@NullMarked
package io.upline.service.openapi;

import org.jspecify.annotations.NullMarked;
