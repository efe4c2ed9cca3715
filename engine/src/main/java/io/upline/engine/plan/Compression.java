package io.upline.engine.plan;

/// What a rule does with suspended members, who earn nothing.
public enum Compression {
    /// Their level is lost; nobody else gets it.
    NONE,
    /// They are passed over and don't use up a level: the next one above takes it.
    STANDARD
}
