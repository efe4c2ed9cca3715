package io.upline.client.picture;

import java.util.UUID;

/// What a member is called in a picture, such as `Ada B.`.
@FunctionalInterface
public interface Naming {
    /// How many characters of an id tell members apart in a picture.
    int SHORT_ID_CHARACTERS = 8;

    /// The name of `member`.
    String nameOf(UUID member);

    /// The name and the beginning of the id.
    default String label(UUID member) {
        return nameOf(member) + " · " + member.toString().substring(0, SHORT_ID_CHARACTERS);
    }
}
