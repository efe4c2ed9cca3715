/// Those who call a service that asks who calls: keys and tokens that it takes, and secrets that it does not.
///
/// Read [Callers] first. Nothing here knows the service's code, only what its documents say of credentials.
@NullMarked
package io.upline.bench.load.access;

import org.jspecify.annotations.NullMarked;
