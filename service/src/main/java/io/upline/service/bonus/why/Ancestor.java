package io.upline.service.bonus.why;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody on the line from the source up to the earner, as it stood then.
///
/// @param userId of now: the pseudonym of whom was forgotten
/// @param steps how many steps above the source, from 1
/// @param level which of the rule's levels this was, from 1; null where compression passed over them
/// @param suspended whether they were suspended then
record Ancestor(UUID userId, int steps, @Nullable Integer level, boolean suspended) {}
