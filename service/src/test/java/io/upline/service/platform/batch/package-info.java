/// Group commit, against handlers that do what a test tells them.
@NullMarked
package io.upline.service.platform.batch;

import org.jspecify.annotations.NullMarked;
