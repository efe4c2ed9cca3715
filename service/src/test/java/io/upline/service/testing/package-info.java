/// What tests of the service share: a real PostgreSQL, requests, and little networks.
@NullMarked
package io.upline.service.testing;

import org.jspecify.annotations.NullMarked;
