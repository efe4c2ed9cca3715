/// The command `check`: asks a running service to prove itself right, and tells what it found.
///
/// Read [CheckCommand] first.
@NullMarked
package io.upline.client.check;

import org.jspecify.annotations.NullMarked;
