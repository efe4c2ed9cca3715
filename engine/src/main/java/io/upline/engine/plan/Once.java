package io.upline.engine.plan;

/// What makes two events of a trigger the same one. The same event is never paid twice.
public enum Once {
    /// They come from the same source member: each member's first is the only one, as with joining.
    PER_SOURCE,
    /// They name the same reference, such as an order's number. An event without a reference is always a new one.
    PER_REFERENCE
}
