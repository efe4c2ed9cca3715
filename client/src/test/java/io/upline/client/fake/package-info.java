/// A small service that speaks the contract of the client's commands, for their tests.
@NullMarked
package io.upline.client.fake;

import org.jspecify.annotations.NullMarked;
