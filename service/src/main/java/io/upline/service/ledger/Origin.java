package io.upline.service.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a posting belongs to: a bonus, and the reversal that takes it back; or an adjustment.
record Origin(
        @Nullable UUID bonus,
        @Nullable UUID reversal,
        @Nullable UUID adjustment) {}
