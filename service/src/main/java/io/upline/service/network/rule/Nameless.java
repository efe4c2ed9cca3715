package io.upline.service.network.rule;

import io.upline.engine.genealogy.Genealogy;
import io.upline.service.platform.http.json.JsonBody;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Texts that stay whatever becomes of the members: they name none of them by a user id.
public final class Nameless {
    /// Looks ahead, so that it is found at every place: what comes before an id may look like its beginning.
    private static final Pattern ID = Pattern.compile(
            "(?=([0-9a-fA-F]{8})-?([0-9a-fA-F]{4})-?([0-9a-fA-F]{4})-?([0-9a-fA-F]{4})-?([0-9a-fA-F]{12}))");

    private static final int PARTS = 5;

    private Nameless() {}

    /// Adds a mistake to the body where a text holds the id of a member.
    public static void check(JsonBody body, String field, String text, Genealogy tree) {
        var found = ID.matcher(text);
        while (found.find()) {
            var id = UUID.fromString(
                    IntStream.rangeClosed(1, PARTS).mapToObj(found::group).collect(Collectors.joining("-")));
            if (tree.indexOf(id) != Genealogy.NONE) {
                body.error(field, field + " holds the user_id of a member; leave it out, for this text stays.");
                return;
            }
        }
    }
}
