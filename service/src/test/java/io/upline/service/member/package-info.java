@NullMarked
package io.upline.service.member;

import org.jspecify.annotations.NullMarked;
