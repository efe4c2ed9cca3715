@NullMarked
package io.upline.service.member.change;

import org.jspecify.annotations.NullMarked;
