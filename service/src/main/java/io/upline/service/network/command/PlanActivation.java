package io.upline.service.network.command;

import io.upline.service.audit.Author;
import io.upline.service.platform.idempotency.IdempotencyKey;
import java.util.Optional;

/// Another version of the compensation plan is to come in force.
///
/// @param document the plan, written canonically
/// @param width its width
/// @param effectiveAtMicros when, in µs since 1970; empty for at once
/// @param key the request's idempotency key, when it has one
/// @param author who asks for it
public record PlanActivation(
        String document, int width, Optional<Long> effectiveAtMicros, Optional<IdempotencyKey> key, Author author) {}
