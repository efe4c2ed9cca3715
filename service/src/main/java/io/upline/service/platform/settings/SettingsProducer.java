package io.upline.service.platform.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/// Gives features the settings that the process was started with.
@ApplicationScoped
class SettingsProducer {
    @Produces
    @Singleton
    Settings settings(Config config) {
        return Settings.read(variable ->
                config.getOptionalValue(variable.name(), String.class).filter(value -> !value.isBlank()));
    }
}
