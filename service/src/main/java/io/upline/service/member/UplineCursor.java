package io.upline.service.member;

import io.upline.engine.genealogy.Genealogy;
import io.upline.engine.genealogy.Line;
import io.upline.service.platform.http.Cursor;
import io.upline.service.platform.http.Ids;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The cursor of one upline: the last ancestor that was given, with the steps and the time that tell whether the line
/// up to there is still the same. When it is another one by now, the upline begins again: nobody on it is lost.
///
/// @param last the last ancestor that was given, or the member itself before the first page
/// @param steps how many steps above the member that one stood
record UplineCursor(int last, int steps, long lineChangedAtMicros) {
    private static final String SEPARATOR = " ";

    /// Where the page before ended; the member itself for the first page. Whoever made a cursor up may have named
    /// anybody and anything: then it begins again too.
    ///
    /// @throws io.upline.service.platform.http.Problem 400 when the cursor was not made for this list
    static UplineCursor read(Genealogy tree, int member, Line line, @Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return start(member);
        }
        return Cursor.read(list(tree, member, line), cursor)
                .map(last -> parse(tree, last))
                .orElseGet(() -> start(member));
    }

    private static UplineCursor start(int member) {
        return new UplineCursor(member, 0, 0);
    }

    private static UplineCursor parse(Genealogy tree, String last) {
        var parts = last.split(Pattern.quote(SEPARATOR), -1);
        if (parts.length != 3) {
            throw Cursor.foreign();
        }
        var member = Ids.parse(parts[0]).map(tree::indexOf).orElse(Genealogy.NONE);
        if (member == Genealogy.NONE) {
            throw Cursor.foreign();
        }
        try {
            return new UplineCursor(member, Integer.parseInt(parts[1]), Long.parseLong(parts[2]));
        } catch (NumberFormatException e) {
            throw Cursor.foreign();
        }
    }

    /// Where to go on: here, or at the member when the line is another one by now. O(steps).
    UplineCursor orStart(Genealogy tree, int member, Line line) {
        var isSame = steps > 0
                && tree.lineChangedAtMicros(member, line, last, steps).equals(OptionalLong.of(lineChangedAtMicros));
        return isSame ? this : start(member);
    }

    /// Where a page ends that goes on from here for `more` ancestors. O(steps).
    UplineCursor after(Genealogy tree, int member, Line line, int ancestor, int more) {
        var all = steps + more;
        var changed = tree.lineChangedAtMicros(member, line, ancestor, all).orElseThrow();
        return new UplineCursor(ancestor, all, changed);
    }

    String text(Genealogy tree, int member, Line line) {
        return Cursor.after(
                list(tree, member, line), tree.userId(last) + SEPARATOR + steps + SEPARATOR + lineChangedAtMicros);
    }

    private static String list(Genealogy tree, int member, Line line) {
        return "upline:" + line + ":" + tree.userId(member);
    }
}
