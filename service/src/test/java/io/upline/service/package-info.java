@NullMarked
package io.upline.service;

import org.jspecify.annotations.NullMarked;
