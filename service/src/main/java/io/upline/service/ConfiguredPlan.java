package io.upline.service;

import io.upline.engine.plan.Plan;
import io.upline.service.plan.file.PlanFile;
import io.upline.service.plan.file.Reading;
import io.upline.service.platform.settings.Settings;
import java.util.stream.Collectors;

/// The compensation plan that the settings name, or the built-in one.
final class ConfiguredPlan {
    private ConfiguredPlan() {}

    /// Reads and checks the whole plan.
    ///
    /// @throws InvalidPlan with every mistake, a line each, as `file:line: sentence`
    static Plan read(Settings settings) {
        var reading = settings.plan().map(PlanFile::read).orElseGet(() -> PlanFile.read(PlanFile.builtIn()));
        return switch (reading) {
            case Reading.Valid(var plan) -> plan;
            case Reading.Invalid(var mistakes) -> {
                var file = name(settings);
                throw new InvalidPlan(mistakes.stream()
                        .map(mistake -> file + ":" + mistake.line() + ": " + mistake.sentence())
                        .collect(Collectors.joining(System.lineSeparator())));
            }
        };
    }

    /// What people call it.
    static String name(Settings settings) {
        return settings.plan().map(Object::toString).orElse("the built-in plan");
    }

    /// The plan's file has mistakes; the message lists them all.
    static final class InvalidPlan extends RuntimeException {
        private static final long serialVersionUID = 1L;

        InvalidPlan(String mistakes) {
            super(mistakes);
        }
    }
}
