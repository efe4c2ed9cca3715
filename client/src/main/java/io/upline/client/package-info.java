/// The commands that speak to a running service over HTTP: `import` and `demo`.
///
/// Read [Main] first: it names the commands and turns their failures into sentences and exit codes. Then
/// [io.upline.client.imports] and [io.upline.client.demo], one package for each command.
///
/// Nothing here knows the engine or the database. What these commands can do, any HTTP client can do.
@NullMarked
package io.upline.client;

import org.jspecify.annotations.NullMarked;
