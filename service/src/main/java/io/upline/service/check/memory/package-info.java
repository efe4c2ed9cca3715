/// What holds between the database and memory, and inside memory.
///
/// Start with [MemoryCheck], which compares members, and [FigureCheck], which derives every figure again. It asks
/// [io.upline.service.network.Network] for moments at which nobody writes, and holds up batches no longer than that.
@NullMarked
package io.upline.service.check.memory;

import org.jspecify.annotations.NullMarked;
