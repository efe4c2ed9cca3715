/// Moving, suspending, reinstating and forgetting a member over HTTP.
///
/// Start with [MemberChangeResource]. It reads what is asked and hands it to
/// [io.upline.service.network.Network]; whether it can be done is decided there.
@NullMarked
package io.upline.service.member.change;

import org.jspecify.annotations.NullMarked;
