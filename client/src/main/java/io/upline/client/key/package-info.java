/// The command `key`: makes API keys for the services that call. It speaks to nobody.
///
/// Read [KeyCommand] first.
@NullMarked
package io.upline.client.key;

import org.jspecify.annotations.NullMarked;
