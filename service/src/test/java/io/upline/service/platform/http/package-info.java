/// The edge, over real HTTP and where need be over a bare socket.
@NullMarked
package io.upline.service.platform.http;

import org.jspecify.annotations.NullMarked;
