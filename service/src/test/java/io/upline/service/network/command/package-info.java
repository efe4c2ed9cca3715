@NullMarked
package io.upline.service.network.command;

import org.jspecify.annotations.NullMarked;
