package io.upline.service.member.text;

import io.upline.engine.genealogy.Genealogy;
import io.upline.service.platform.http.Cursor;
import io.upline.service.platform.http.Ids;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Somebody on a line, as a cursor names them: with the steps and the newest change between both ends, which tell
/// whether they still stand where they did.
///
/// @param member the index of the last member that was given
/// @param steps how far that one stood from the member whose list it is
/// @param changedAtMicros when the line between them changed last, in µs since 1970
public record LinePoint(int member, int steps, long changedAtMicros) {
    private static final String SEPARATOR = " ";

    /// The cursor of a list that goes on after this point.
    public String cursor(Genealogy tree, String list) {
        return Cursor.after(list, tree.userId(member) + SEPARATOR + steps + SEPARATOR + changedAtMicros);
    }

    /// What a cursor names; empty for the first page. Whoever made a cursor up may have named anybody and anything.
    ///
    /// @param start where the line begins: it stands for a user who is no member, so that nobody learns who is one
    /// @throws io.upline.service.platform.http.problem.Problem 400 when the cursor was not made for this list
    public static Optional<LinePoint> read(Genealogy tree, int start, String list, @Nullable String cursor) {
        return Cursor.read(list, cursor).map(last -> parse(tree, start, last));
    }

    private static LinePoint parse(Genealogy tree, int start, String last) {
        var parts = last.split(Pattern.quote(SEPARATOR), -1);
        if (parts.length != 3) {
            throw Cursor.foreign();
        }
        var named = tree.indexOf(Ids.parse(parts[0]).orElseThrow(Cursor::foreign));
        var member = named == Genealogy.NONE ? start : named;
        try {
            return new LinePoint(member, Integer.parseInt(parts[1]), Long.parseLong(parts[2]));
        } catch (NumberFormatException e) {
            throw Cursor.foreign();
        }
    }
}
