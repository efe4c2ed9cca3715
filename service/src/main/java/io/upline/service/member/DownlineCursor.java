package io.upline.service.member;

import io.upline.engine.genealogy.Genealogy;
import io.upline.engine.genealogy.PageEnd;
import io.upline.service.platform.http.Cursor;
import io.upline.service.platform.http.Ids;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The cursor of one flat downline: the last member that was given, with the depth and the time that tell whether
/// they still stand where they did.
final class DownlineCursor {
    private static final String SEPARATOR = " ";

    private DownlineCursor() {}

    static String of(Genealogy tree, int top, PageEnd end) {
        var last = tree.userId(end.member()) + SEPARATOR + end.depth() + SEPARATOR + end.lineChangedAtMicros();
        return Cursor.after(list(tree, top), last);
    }

    /// Where the page before ended; empty for the first page. Whoever made a cursor up may have named anybody and
    /// anything: what could have been given out is answered.
    static Optional<PageEnd> read(Genealogy tree, int top, @Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return Optional.empty();
        }
        return Cursor.read(list(tree, top), cursor).map(last -> end(tree, last));
    }

    private static PageEnd end(Genealogy tree, String last) {
        var parts = last.split(Pattern.quote(SEPARATOR), -1);
        if (parts.length != 3) {
            throw Cursor.foreign();
        }
        var member = Ids.parse(parts[0]).map(tree::indexOf).orElse(Genealogy.NONE);
        if (member == Genealogy.NONE) {
            throw Cursor.foreign();
        }
        try {
            return new PageEnd(member, Integer.parseInt(parts[1]), Long.parseLong(parts[2]));
        } catch (IllegalArgumentException e) {
            throw Cursor.foreign();
        }
    }

    private static String list(Genealogy tree, int top) {
        return "downline:" + tree.userId(top);
    }
}
