package io.upline.client.key;

import java.util.Locale;

/// What a service with a key is here for.
enum KeyRole {
    GATEWAY,
    SERVICE,
    ADMIN,
    AUDITOR;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
