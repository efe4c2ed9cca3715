package io.upline.service.bonus.reversal;

import java.math.BigDecimal;
import java.util.Optional;

/// A refund as it was told.
///
/// @param amount of the event's amount; empty for all that is left
/// @param reference what the caller calls the refund
record RefundRequest(Optional<BigDecimal> amount, Optional<String> reference, Optional<String> reason) {}
