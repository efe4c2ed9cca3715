package io.upline.service.platform.http.problem;

/// What a client sent, as a problem shows it again: enough to recognize it, never all of it.
public final class Shown {
    private static final int CHARS = 80;

    private Shown() {}

    /// The first 80 characters.
    public static String shortened(String sent) {
        return sent.length() > CHARS ? sent.substring(0, CHARS) + "…" : sent;
    }
}
