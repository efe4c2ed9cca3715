package io.upline.service.platform.http;

import java.util.List;
import java.util.Optional;

/// The names a body may use, with a hint for one it may not.
record FieldNames(List<String> known) {
    Optional<Problem.FieldError> unknown(String name) {
        if (known.contains(name)) {
            return Optional.empty();
        }
        return Optional.of(new Problem.FieldError(
                "/" + escaped(name),
                "%s is not a field here; known are %s."
                        .formatted(name.length() > 80 ? name.substring(0, 80) + "…" : name, String.join(", ", known))));
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
