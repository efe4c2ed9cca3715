package io.upline.service.access.key;

import io.quarkus.runtime.StartupEvent;
import io.upline.service.access.Caller;
import io.upline.service.access.Role;
import io.upline.service.platform.settings.Settings;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/// The keys that are in force: those of the file as it was within the last second, or as it was before somebody
/// made a mistake in it, without those that were taken out or changed.
@ApplicationScoped
public class ApiKeys {
    private static final Logger LOG = Logger.getLogger(ApiKeys.class);
    private static final long PERIOD_MS = 1_000;
    /// What an unknown id is compared with, so that it takes as long as a known one.
    private static final ApiKey NOBODYS = new ApiKey("", Role.MEMBER, "0".repeat(64));

    private final Optional<Path> file;
    private volatile Map<String, ApiKey> keys = Map.of();
    private String seen = "";
    private String told = "";

    /// @throws InvalidApiKeys when the file has mistakes
    ApiKeys(Settings settings) {
        file = settings.access().required() ? settings.access().apiKeys() : Optional.empty();
        file.ifPresent(named -> {
            seen = ApiKeyFile.text(named);
            keys = ApiKeyFile.keys(named, seen);
        });
    }

    void follow(@Observes StartupEvent event, Vertx vertx) {
        file.ifPresent(named -> vertx.setPeriodic(
                PERIOD_MS, timer -> Thread.ofVirtual().name("api-keys").start(() -> readAgain(named))));
    }

    private synchronized void readAgain(Path named) {
        try {
            var text = ApiKeyFile.text(named);
            if (!text.equals(seen)) {
                seen = text;
                // Whatever else is wrong with the file: a key that was taken out of it, or changed, is revoked.
                keys = ApiKeyFile.stillNamed(keys, text);
                keys = ApiKeyFile.keys(named, text);
                told = "";
                LOG.infof("The file of API keys has changed; %d keys are in force.", keys.size());
            }
        } catch (InvalidApiKeys mistakes) {
            tell(String.valueOf(mistakes.getMessage()));
        }
    }

    /// Once for each state of the file, not every second.
    private void tell(String mistakes) {
        if (!mistakes.equals(told)) {
            LOG.errorf("No API key is taken over from the file:%n%s", mistakes);
        }
        told = mistakes;
    }

    /// The service whose key this is; empty when there is no such key, or the secret is not its own. Takes the same
    /// time either way.
    public Optional<Caller.Service> of(String id, String secret) {
        var key = keys.getOrDefault(id, NOBODYS);
        var isRight = key.isOpenedBy(secret);
        return isRight && !key.equals(NOBODYS)
                ? Optional.of(new Caller.Service(key.id(), key.role()))
                : Optional.empty();
    }

    /// How many keys are in force.
    public int size() {
        return keys.size();
    }
}
