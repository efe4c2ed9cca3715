/// The commands from the outside: arguments in; exit code, output and requests out.
@NullMarked
package io.upline.client;

import org.jspecify.annotations.NullMarked;
