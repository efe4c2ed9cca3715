@NullMarked
package io.upline.service.member.text;

import org.jspecify.annotations.NullMarked;
