/// Members over HTTP: joining, the record, and the lines above.
///
/// Start with [MemberResource]. Beside it are [io.upline.service.member.downline], whoever is below;
/// [io.upline.service.member.change], what happens to a member later; and [io.upline.service.member.text], how
/// members are written. It answers from the tree in memory and writes through [io.upline.service.network.Network];
/// it has no SQL.
@NullMarked
package io.upline.service.member;

import org.jspecify.annotations.NullMarked;
