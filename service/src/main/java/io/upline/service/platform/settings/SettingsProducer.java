package io.upline.service.platform.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/// Gives features the settings that the process was started with.
@ApplicationScoped
class SettingsProducer {
    /// As they stand: a `${…}` in a secret is part of the secret.
    @Produces
    @Singleton
    Settings settings(Config config) {
        return Settings.read(variable -> Optional.ofNullable(
                        config.getConfigValue(variable.name()).getRawValue())
                .filter(value -> !value.isBlank()));
    }
}
