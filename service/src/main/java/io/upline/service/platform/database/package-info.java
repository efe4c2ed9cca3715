/// The PostgreSQL that the service starts for itself when none is named, and how statements are run.
///
/// Start with [EmbeddedDatabase]; [Database] is what features use.
@NullMarked
package io.upline.service.platform.database;

import org.jspecify.annotations.NullMarked;
