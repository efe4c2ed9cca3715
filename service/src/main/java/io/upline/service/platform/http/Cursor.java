package io.upline.service.platform.http;

import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// Where the next page begins: opaque to clients, and good only for the list and filter it was made for. It names
/// the last item that was given, never an offset, so that a list can be read to its end while it changes.
///
/// A check over the list and the item comes before the item: a cursor that was damaged, or belongs to another
/// list, is refused. It is no secret; whoever wants to can make a cursor up.
public final class Cursor {
    private static final char SEPARATOR = '\n';
    private static final int CHECK_BYTES = Integer.BYTES;

    private Cursor() {}

    /// A cursor after `last`.
    ///
    /// @param list the list with its filters, such as `downline:<user id>`
    public static String after(String list, String last) {
        var item = last.getBytes(StandardCharsets.UTF_8);
        var bytes = ByteBuffer.allocate(CHECK_BYTES + item.length)
                .putInt(check(list, item))
                .put(item)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static int check(String list, byte[] item) {
        var check = new CRC32();
        check.update((list + SEPARATOR).getBytes(StandardCharsets.UTF_8));
        check.update(item);
        return (int) check.getValue();
    }

    /// The item that the page continues after; empty for the first page.
    ///
    /// @throws Problem 400 when the cursor was not made for this list
    public static Optional<String> read(String list, @Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return Optional.empty();
        }
        var last = lastIn(cursor);
        // Compared as text: more than one text is decoded to the same bytes.
        if (!after(list, last).equals(cursor)) {
            throw foreign();
        }
        return Optional.of(last);
    }

    private static String lastIn(String cursor) {
        try {
            var bytes = Base64.getUrlDecoder().decode(cursor);
            return bytes.length < CHECK_BYTES
                    ? ""
                    : new String(bytes, CHECK_BYTES, bytes.length - CHECK_BYTES, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw foreign();
        }
    }

    /// The same for a list whose cursor names an id.
    ///
    /// @throws Problem 400 when the cursor was not made for this list
    public static Optional<UUID> readId(String list, @Nullable String cursor) {
        return read(list, cursor).map(last -> Ids.parse(last).orElseThrow(Cursor::foreign));
    }

    /// What to throw for a cursor whose content can't be read after all.
    public static Problem foreign() {
        return Problem.of(
                ProblemType.MALFORMED_REQUEST, "The cursor was not given out for this list; start again without one.");
    }
}
