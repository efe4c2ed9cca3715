/// The file of API keys.
@NullMarked
package io.upline.service.access.key;

import org.jspecify.annotations.NullMarked;
