package io.upline.service.document;

/// A rendered document. Its bytes are not changed any more.
public final class Document {
    private final DocumentMark mark;
    private final byte[] json;

    /// @param json as the API gives it
    public Document(DocumentMark mark, byte[] json) {
        this.mark = mark;
        this.json = json;
    }

    /// What it was made of.
    public DocumentMark mark() {
        return mark;
    }

    /// What it says. Don't change it.
    public byte[] json() {
        return json;
    }
}
