package io.upline.service.platform.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where the next page begins: opaque to clients, and good only for the list and filter it was made for. It names the
/// last item that was given, never an offset, so that a list can be read to its end while it changes.
public final class Cursor {
    private static final String SEPARATOR = "\n";

    private Cursor() {}

    /// A cursor after `last`.
    ///
    /// @param list the list with its filters, such as `downline:<user id>`
    public static String after(String list, String last) {
        var text = list + SEPARATOR + last;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The item that the page continues after; empty for the first page.
    ///
    /// @throws Problem 400 when the cursor was not made for this list
    public static Optional<String> read(String list, @Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return Optional.empty();
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (text.startsWith(list + SEPARATOR)) {
                return Optional.of(text.substring(list.length() + SEPARATOR.length()));
            }
        } catch (IllegalArgumentException e) {
            // said below, as for a cursor of another list
        }
        throw foreign();
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
