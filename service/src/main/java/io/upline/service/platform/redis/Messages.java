package io.upline.service.platform.redis;

/// What a part of the service wants to be told by Redis. Called one after the other, on a thread of Redis: don't
/// wait.
public interface Messages {
    /// The channel that is listened to.
    String channel();

    /// Redis was found, for the first time or again: it may have lost everything, or be as it was long ago, and what
    /// was said on the channel meanwhile is lost.
    void found();

    /// Something was said on the channel.
    void said(String message);
}
