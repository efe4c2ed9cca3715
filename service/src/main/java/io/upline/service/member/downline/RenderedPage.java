package io.upline.service.member.downline;

import io.upline.engine.genealogy.PageEnd;
import io.upline.service.network.Located;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// A page of a flat downline as it is sent. It is not changed any more.
final class RenderedPage {
    private static final String CLOSE = "}";

    private final byte[] text;
    private final long asOf;

    /// @param text ends with the place in the log that it is as of, and a bracket
    private RenderedPage(byte[] text, long asOf) {
        this.text = text;
        this.asOf = asOf;
    }

    /// The members after the end of another page, or the first ones. O(depth + limit).
    static RenderedPage after(Located at, Optional<PageEnd> end, int limit) {
        var downline = new DownlineRows(at.tree(), at.member());
        var rows = downline.read(end, limit);
        return new RenderedPage(downline.json(rows), rows.page().asOf());
    }

    byte[] text() {
        return text;
    }

    /// The place in the log up to which members are on it.
    long asOf() {
        return asOf;
    }

    /// The same page as of a later place in the log, up to which nothing on it changed. O(1) when that is no later.
    RenderedPage asOf(long later) {
        if (later <= asOf) {
            return this;
        }
        var head = text.length - (asOf + CLOSE).length();
        var tail = (later + CLOSE).getBytes(StandardCharsets.US_ASCII);
        var moved = Arrays.copyOf(text, head + tail.length);
        System.arraycopy(tail, 0, moved, head, tail.length);
        return new RenderedPage(moved, later);
    }
}
