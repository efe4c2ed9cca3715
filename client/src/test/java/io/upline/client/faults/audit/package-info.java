/// Holds what is in the database, and what every replica says, against what was acknowledged and against a slow
/// model of the rules. Begin with `Audit`.
@NullMarked
package io.upline.client.faults.audit;

import org.jspecify.annotations.NullMarked;
