/// From a token to its user, with an authentication service beside.
@NullMarked
package io.upline.service.access.token;

import org.jspecify.annotations.NullMarked;
