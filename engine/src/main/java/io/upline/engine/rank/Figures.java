package io.upline.engine.rank;

import io.upline.engine.plan.Requirement;
import io.upline.engine.plan.Requirement.Frontline;
import io.upline.engine.plan.Requirement.PersonallySponsored;
import io.upline.engine.plan.Requirement.TotalDownline;

/// What is counted of one member when its rank is evaluated; each 0 or more.
///
/// @param downline  all members below, at every level
/// @param frontline its children
/// @param sponsored the members whose sponsor it is
public record Figures(int downline, int frontline, int sponsored) {

    /// @throws IllegalArgumentException when a figure is negative
    public Figures {
        if (downline < 0 || frontline < 0 || sponsored < 0) {
            throw new IllegalArgumentException(
                    "figures are never negative: " + downline + ", " + frontline + ", " + sponsored);
        }
    }

    /// The figure that a requirement is about.
    int of(Requirement requirement) {
        return switch (requirement) {
            case TotalDownline _ -> downline;
            case Frontline _ -> frontline;
            case PersonallySponsored _ -> sponsored;
        };
    }
}
