/// `demo`: a network of a few hundred members, registered with a running service and shown as a person would like
/// to see it.
///
/// Read [DemoCommand] first, then `Demo`, which is the whole story in order. This package makes up members and
/// decides who sponsors whom; [io.upline.client.network] calls the service, [io.upline.client.picture] draws.
@NullMarked
package io.upline.client.demo;

import org.jspecify.annotations.NullMarked;
