package io.upline.service.access.token;

/// A token that is not right in itself. The message is a sentence for the caller and has nothing of the token in
/// it.
final class RefusedToken extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedToken(String sentence) {
        super(sentence, null, false, false);
    }
}
