package io.upline.client.platform;

/// Something that could not be done, told as a sentence which says what happened and what to do.
///
/// It has no stack trace: it speaks to the user of a command, not to its author.
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// `sentence` is shown to the user as it is.
    public Failure(String sentence) {
        super(sentence, null, false, false);
    }

    /// The same failure with a further sentence behind it.
    public Failure followedBy(String sentence) {
        return new Failure(getMessage() + " " + sentence);
    }
}
