package io.upline.service.audit.list;

import io.upline.service.audit.chain.StoredEntry;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An entry for a reader.
///
/// @param userId whom it was done to, by the id they have now; null for nobody in particular, and for many
record ReadEntry(StoredEntry stored, @Nullable UUID userId) {}
