package io.upline.service.platform.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads settings from a map, as from an environment.
public final class SettingsReading {
    private SettingsReading() {}

    /// Reads them.
    public static Settings read(Map<String, String> environment) {
        return Settings.read(variable ->
                Optional.ofNullable(environment.get(variable.name())).filter(value -> !value.isBlank()));
    }

    /// What is wrong with it; nothing, where it can be used.
    static List<String> mistakes(Map<String, String> environment) {
        try {
            read(environment);
            return List.of();
        } catch (InvalidSettings invalid) {
            return invalid.mistakes();
        }
    }
}
