package io.upline.service.document;

import io.upline.service.platform.http.Ids;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/// Which document of whom.
public record DocumentName(Kind kind, UUID userId) {
    /// What a document tells.
    public enum Kind {
        /// The record of a member.
        MEMBER("mlm_user:"),
        /// All levels of a downline, nested.
        DOWNLINE("mlm_downline:");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }

        /// What every key of this kind begins with.
        String prefix() {
            return prefix;
        }
    }

    /// The name of a key as [#key()] makes it; empty for any other text.
    static Optional<DocumentName> ofKey(String key) {
        return Arrays.stream(Kind.values())
                .filter(kind -> key.startsWith(kind.prefix))
                .findFirst()
                .flatMap(kind ->
                        Ids.parse(key.substring(kind.prefix.length())).map(userId -> new DocumentName(kind, userId)));
    }

    /// Where neighbours look for it.
    String key() {
        return kind.prefix + userId;
    }
}
