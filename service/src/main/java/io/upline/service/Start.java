package io.upline.service;

import io.quarkus.runtime.StartupEvent;
import io.upline.engine.plan.Plan;
import io.upline.engine.plan.difference.PlanDifferences;
import io.upline.service.network.Network;
import io.upline.service.network.command.Proposal;
import io.upline.service.plan.Plans;
import io.upline.service.plan.file.PlanFile;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/// What has to happen before the first request: the configured width, and the plan where there is none yet,
/// are proposed to the log, and the network is loaded.
@ApplicationScoped
class Start {
    private static final Logger LOG = Logger.getLogger(Start.class);

    private final Settings settings;
    private final Network network;
    private final Plans plans;
    private final Database database;

    Start(Settings settings, Network network, Plans plans, Database database) {
        this.settings = settings;
        this.network = network;
        this.plans = plans;
        this.database = database;
    }

    void start(@Observes StartupEvent event) {
        var plan = ConfiguredPlan.read(settings);
        network.start(new Proposal(settings.width(), plan.width(), PlanFile.write(plan)));
        compare(plan);
    }

    /// The database has the versions; a file that says otherwise is told of, and changes nothing.
    private void compare(Plan configured) {
        var inForce = plans.inForce(database.nowMicros());
        var differences = PlanDifferences.between(inForce.plan(), configured);
        if (!differences.isEmpty()) {
            LOG.warnf(
                    "%s differs from version %d of the plan, which is in force and stays so. To put it in force, send it to POST /mlm/plans. %s",
                    ConfiguredPlan.name(settings), inForce.version(), String.join(" ", differences));
        }
    }
}
