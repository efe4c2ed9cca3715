/// What the environment (or a `.env` file) says: every variable the service knows, its default and its check.
///
/// Start with [Settings]; [Variable] is the one list of names, and `.env.example` is held against it by a test.
@NullMarked
package io.upline.service.platform.settings;

import org.jspecify.annotations.NullMarked;
