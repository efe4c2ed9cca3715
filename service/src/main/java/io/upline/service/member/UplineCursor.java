package io.upline.service.member;

import io.upline.engine.genealogy.Genealogy;
import io.upline.engine.genealogy.Line;
import io.upline.service.member.text.LinePoint;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The cursor of one upline: the last ancestor that was given, with what tells whether the line up to there is
/// still the same. When it is another one by now, the upline begins again: nobody on it is lost.
///
/// @param point the last ancestor that was given; the member itself, 0 steps away, before the first page
record UplineCursor(LinePoint point) {
    /// Where the page before ended; the member itself for the first page. Whoever made a cursor up may have named
    /// anybody and anything: then it begins again too.
    ///
    /// @throws io.upline.service.platform.http.problem.Problem 400 when the cursor was not made for this list
    static UplineCursor read(Genealogy tree, int member, Line line, @Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return start(member);
        }
        return LinePoint.read(tree, member, list(tree, member, line), cursor)
                .map(UplineCursor::new)
                .orElseGet(() -> start(member));
    }

    private static UplineCursor start(int member) {
        return new UplineCursor(new LinePoint(member, 0, 0));
    }

    /// The last ancestor that was given.
    int last() {
        return point.member();
    }

    /// Where to go on: here, or at the member when the line is another one by now. O(steps).
    UplineCursor orStart(Genealogy tree, int member, Line line) {
        var isSame = point.steps() > 0
                && tree.lineChangedAtMicros(member, line, last(), point.steps())
                        .equals(OptionalLong.of(point.changedAtMicros()));
        return isSame ? this : start(member);
    }

    /// Where a page ends that goes on from here for `more` ancestors. O(steps).
    UplineCursor after(Genealogy tree, int member, Line line, int ancestor, int more) {
        var steps = point.steps() + more;
        var changed = tree.lineChangedAtMicros(member, line, ancestor, steps).orElseThrow();
        return new UplineCursor(new LinePoint(ancestor, steps, changed));
    }

    String text(Genealogy tree, int member, Line line) {
        return point.cursor(tree, list(tree, member, line));
    }

    private static String list(Genealogy tree, int member, Line line) {
        return "upline:" + line + ":" + tree.userId(member);
    }
}
