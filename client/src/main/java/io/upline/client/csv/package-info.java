/// A file of members, `.csv` or `.csv.gz`, read as chunks that the service can take.
///
/// Read [MemberFile] first, then [Chunk]. The file is treated as bytes: what a row means is the service's
/// business; this package only knows lines, so that a file of any size takes little memory and little time.
/// Line numbers are those that an editor shows. It knows nothing of HTTP.
@NullMarked
package io.upline.client.csv;

import org.jspecify.annotations.NullMarked;
