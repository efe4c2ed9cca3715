@NullMarked
package io.upline.service.member.downline;

import org.jspecify.annotations.NullMarked;
