package io.upline.service.plan;

import io.upline.engine.plan.Plan;
import io.upline.engine.plan.Trigger;
import io.upline.service.platform.text.NearestName;

/// The plan that pays and ranks at a time.
///
/// @param version its number in the log, from 1
public record PlanInForce(int version, Plan plan) {
    /// What to tell someone who named a trigger that the plan doesn't have.
    public String hintFor(String trigger) {
        var known = plan.triggers().stream().map(Trigger::name).toList();
        var hint = NearestName.nearest(trigger, known)
                .map(name -> "; did you mean \"" + name + "\"?")
                .orElse(".");
        return "\"%s\" is not a trigger of the plan%s Known are: %s."
                .formatted(trigger, hint, String.join(", ", known));
    }
}
