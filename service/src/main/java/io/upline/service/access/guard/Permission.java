package io.upline.service.access.guard;

import io.upline.service.access.Role;
import java.util.Set;

/// Who may send requests to one route.
///
/// @param route such as `GET /mlm/members/{user_id}`
/// @param roles who may; without meaning when anybody may
/// @param reach whose data a member reaches there, who is among the roles then
record Permission(String route, Set<Role> roles, Reach reach) {
    /// Whose data a route gives a caller.
    enum Reach {
        /// Anybody may ask, and is not asked who they are.
        PUBLIC,
        /// A role that may ask gets everything.
        ALL,
        /// A member only what is their own.
        SELF,
        /// A member what is their own or their downline's.
        DOWNLINE,
        /// A member the bonuses that they earned.
        OWN_BONUS
    }

    Permission {
        roles = Set.copyOf(roles);
    }

    /// What the id in the address is called that says what a member reaches.
    String parameter() {
        return reach == Reach.OWN_BONUS ? "id" : "user_id";
    }

    boolean isPublic() {
        return reach == Reach.PUBLIC;
    }
}
