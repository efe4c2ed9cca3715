package io.upline.service.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a caller is here for; what each role may do is in one table, in `guard`.
public enum Role {
    /// The deployed gateway: what its routes do, and no more.
    GATEWAY,
    /// Another service: registers, triggers bonuses and reads.
    SERVICE,
    /// Everything.
    ADMIN,
    /// Reads everything.
    AUDITOR,
    /// A person with a token: reads what is theirs.
    MEMBER;

    /// As it is written in files and documents.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The role of that word.
    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
