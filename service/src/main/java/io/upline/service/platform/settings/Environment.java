package io.upline.service.platform.settings;

import io.smallrye.config.DotEnvConfigSourceProvider;
import java.nio.file.Path;
import java.util.Optional;

/// Where the values of variables come from.
@FunctionalInterface
public interface Environment {
    /// The value of a variable, or empty when it is not set or blank.
    Optional<String> get(Variable variable);

    /// The process's environment and, for what is not set there, the file `.env` in `folder`.
    static Environment ofProcess(Path folder) {
        var file = folder.resolve(".env").toUri();
        var sources =
                new DotEnvConfigSourceProvider(file.toString()).getConfigSources(Environment.class.getClassLoader());
        return variable -> Optional.ofNullable(System.getenv(variable.name()))
                .or(() -> {
                    for (var source : sources) {
                        var value = source.getValue(variable.name());
                        if (value != null) {
                            return Optional.of(value);
                        }
                    }
                    return Optional.empty();
                })
                .filter(value -> !value.isBlank());
    }
}
