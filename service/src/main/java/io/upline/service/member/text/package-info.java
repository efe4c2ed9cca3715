/// How members are written, one by one and in lists, and where a list goes on.
///
/// Start with [MemberJson] and [MemberList]. It knows neither routes nor which members are asked for.
@NullMarked
package io.upline.service.member.text;

import org.jspecify.annotations.NullMarked;
