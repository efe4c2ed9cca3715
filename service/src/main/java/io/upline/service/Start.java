package io.upline.service;

import io.quarkus.runtime.StartupEvent;
import io.upline.service.network.Network;
import io.upline.service.network.command.Proposal;
import io.upline.service.plan.file.PlanFile;
import io.upline.service.platform.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// What has to happen before the first request: the configured width and plan are proposed to the log, and the
/// network is loaded.
@ApplicationScoped
class Start {
    void start(@Observes StartupEvent event, Settings settings, Network network) {
        var plan = ConfiguredPlan.read(settings);
        network.start(new Proposal(settings.width().orElse(plan.width()), PlanFile.write(plan)));
    }
}
