package io.upline.service.platform.redis;

import io.lettuce.core.api.async.RedisAsyncCommands;
import java.util.concurrent.CompletionStage;

/// What Redis is asked. Keys are texts, values bytes.
///
/// @param <T> what it answers
@FunctionalInterface
public interface Question<T> {
    /// Sends it, and does not wait.
    CompletionStage<T> ask(RedisAsyncCommands<String, byte[]> commands);
}
