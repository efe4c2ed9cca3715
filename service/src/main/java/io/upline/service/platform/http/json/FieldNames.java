package io.upline.service.platform.http.json;

import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.Shown;
import io.upline.service.platform.text.NearestName;
import java.util.List;
import java.util.Optional;

/// The names a body may use, with a hint for one it may not.
record FieldNames(List<String> known) {
    Optional<Problem.FieldError> unknown(String name) {
        if (known.contains(name)) {
            return Optional.empty();
        }
        return Optional.of(new Problem.FieldError(
                "/" + escaped(Shown.shortened(name)),
                "%s is not a field here; %s".formatted(Shown.shortened(name), NearestName.hint(name, known))));
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
