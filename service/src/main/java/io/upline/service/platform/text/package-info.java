/// What more than one place makes of a text.
///
/// [io.upline.service.platform.text.NearestName] guesses which name someone meant, and
/// [io.upline.service.platform.text.Sha256] hashes.
@NullMarked
package io.upline.service.platform.text;

import org.jspecify.annotations.NullMarked;
