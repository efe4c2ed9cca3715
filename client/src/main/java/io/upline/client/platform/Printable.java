package io.upline.client.platform;

/// Text of others, which must not be able to steer a terminal.
public final class Printable {
    private Printable() {}

    /// `text` with a question mark for every control character.
    public static String of(String text) {
        boolean harmless = text.chars().noneMatch(Character::isISOControl);
        return harmless ? text : text.replaceAll("\\p{Cntrl}", "?");
    }
}
