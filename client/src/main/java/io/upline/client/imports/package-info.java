/// `import FILE`: registers the members of a file, in its order.
///
/// Read [ImportCommand] first, then `ChunkedImport`, which sends the file chunk by chunk: what was acknowledged is
/// durable, so an import that broke is simply repeated. `DryRun` has the whole file checked in one request, since a
/// sponsor may stand in an earlier chunk which a dry run never writes. Both add up a `Tally`.
///
/// This package knows the one route for imports. What makes a row good or bad only the service knows.
@NullMarked
package io.upline.client.imports;

import org.jspecify.annotations.NullMarked;
