@NullMarked
package io.upline.service.network;

import org.jspecify.annotations.NullMarked;
