/// Why a bonus was earned: in facts, and in one sentence.
///
/// Start with [Explanation]; [LineTable] reads the line as it stood when the event was paid, [Sentence] is the one
/// place that puts it into words. It calculates nothing anew: what was paid is what is kept.
@NullMarked
package io.upline.service.bonus.why;

import org.jspecify.annotations.NullMarked;
