/// Services, known by their keys: the file that names them, followed while the service runs.
///
/// Start with [ApiKeys]; [ApiKeyFile] reads and checks the file. Knows nothing of requests.
@NullMarked
package io.upline.service.access.key;

import org.jspecify.annotations.NullMarked;
