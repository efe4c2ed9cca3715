/// How the client reaches the service: the address, one exchange, patience when the service is busy.
///
/// Read [Service] first. Everything that can go wrong on the way is a [Failure] whose message is a sentence for
/// the user. This package knows no route and no command.
@NullMarked
package io.upline.client.platform;

import org.jspecify.annotations.NullMarked;
