package io.upline.service.platform.http;

/// What a client sent, as a problem shows it again: enough to recognize it, never all of it.
final class Shown {
    private static final int CHARS = 80;

    private Shown() {}

    static String shortened(String sent) {
        return sent.length() > CHARS ? sent.substring(0, CHARS) + "…" : sent;
    }
}
