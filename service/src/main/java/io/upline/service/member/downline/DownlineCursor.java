package io.upline.service.member.downline;

import io.upline.engine.genealogy.Genealogy;
import io.upline.engine.genealogy.PageEnd;
import io.upline.service.member.text.LinePoint;
import io.upline.service.platform.http.Cursor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The cursor of one flat downline: the last member that was given, with the depth and the time that tell whether
/// they still stand where they did.
final class DownlineCursor {
    private DownlineCursor() {}

    static String of(Genealogy tree, int top, PageEnd end) {
        return new LinePoint(end.member(), end.depth(), end.lineChangedAtMicros()).cursor(tree, list(tree, top));
    }

    /// Where the page before ended; empty for the first page. Whoever made a cursor up may have named anybody and
    /// anything: what could have been given out is answered.
    static Optional<PageEnd> read(Genealogy tree, int top, @Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return Optional.empty();
        }
        return LinePoint.read(tree, top, list(tree, top), cursor).map(DownlineCursor::end);
    }

    private static PageEnd end(LinePoint point) {
        try {
            return new PageEnd(point.member(), point.steps(), point.changedAtMicros());
        } catch (IllegalArgumentException e) {
            throw Cursor.foreign();
        }
    }

    private static String list(Genealogy tree, int top) {
        return "downline:" + tree.userId(top);
    }
}
