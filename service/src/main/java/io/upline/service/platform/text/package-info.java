/// What is said to people in more than one place.
///
/// [io.upline.service.platform.text.NearestName] guesses which name someone meant.
@NullMarked
package io.upline.service.platform.text;

import org.jspecify.annotations.NullMarked;
