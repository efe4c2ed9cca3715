/// Members over HTTP: joining, the record, the lines above and the downline below.
///
/// Start with [MemberResource]. It answers from the tree in memory and writes through
/// [io.upline.service.network.Network]; it has no SQL.
@NullMarked
package io.upline.service.member;

import org.jspecify.annotations.NullMarked;
