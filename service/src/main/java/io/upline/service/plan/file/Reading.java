package io.upline.service.plan.file;

import io.upline.engine.plan.Plan;
import io.upline.service.plan.yaml.Mistake;
import java.util.List;

/// What came of reading a plan's file: the plan, or everything that is wrong with the file.
public sealed interface Reading {

    /// The file is right.
    ///
    /// @param plan what it says
    record Valid(Plan plan) implements Reading {}

    /// The file is wrong.
    ///
    /// @param mistakes all that was found, at least one, in the order of their lines
    record Invalid(List<Mistake> mistakes) implements Reading {
        /// Takes its own copy of the mistakes.
        public Invalid {
            mistakes = List.copyOf(mistakes);
        }
    }
}
