package io.upline.service;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.StartupEvent;
import io.upline.engine.plan.Plan;
import io.upline.service.network.Network;
import io.upline.service.network.Proposal;
import io.upline.service.plan.PlanFile;
import io.upline.service.plan.Reading;
import io.upline.service.platform.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.stream.Collectors;

/// What has to happen, in this order, before the first request: the plan is checked whole, the settings are proposed to
/// the log, the network is loaded.
@ApplicationScoped
class Start {
    private static final int BAD_PLAN = 4;

    void start(@Observes StartupEvent event, Settings settings, Network network) {
        var plan = plan(settings);
        network.start(new Proposal(settings.width().orElse(plan.width()), PlanFile.write(plan)));
    }

    private static Plan plan(Settings settings) {
        var reading = settings.plan().map(PlanFile::read).orElseGet(() -> PlanFile.read(PlanFile.builtIn()));
        return switch (reading) {
            case Reading.Valid(var plan) -> plan;
            case Reading.Invalid(var mistakes) ->
                throw new PreventFurtherStepsException(
                        mistakes.stream()
                                .map(mistake ->
                                        settings.plan().map(Object::toString).orElse("plan") + ":" + mistake.line()
                                                + ": " + mistake.sentence())
                                .collect(Collectors.joining(System.lineSeparator())),
                        BAD_PLAN);
        };
    }
}
