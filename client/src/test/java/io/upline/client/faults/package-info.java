/// Faults against the packaged service and a real PostgreSQL. Every test keeps what was acknowledged and holds the
/// end against it. Begin with `Site`; the long tests have the tag `faults` and run with `./upline test --faults`.
@NullMarked
package io.upline.client.faults;

import org.jspecify.annotations.NullMarked;
