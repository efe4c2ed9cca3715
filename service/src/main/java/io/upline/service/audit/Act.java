package io.upline.service.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What can be done to the network, and is written down.
public enum Act {
    /// Members joined, one by one.
    REGISTERED,
    /// Members were taken over from a file.
    IMPORTED,
    /// A member got another place, another sponsor, or both.
    MOVED,
    /// A member was suspended.
    SUSPENDED,
    /// A suspension ended.
    REINSTATED,
    /// A member's user id gave way to a pseudonym.
    FORGOTTEN,
    /// Something that the plan pays for was told.
    BONUS_TRIGGERED,
    /// One bonus was marked paid.
    BONUS_PAID,
    /// All pending bonuses were marked paid.
    ALL_BONUSES_PAID,
    /// One bonus was held until a later date.
    BONUS_HELD,
    /// One bonus was made payable before its date.
    BONUS_RELEASED,
    /// What an event paid was taken back, as a whole or in part.
    EVENT_REVERSED,
    /// An adjustment was asked for that another person has to approve.
    ADJUSTMENT_ASKED,
    /// A member was given money by hand, or some was taken.
    ADJUSTMENT_POSTED,
    /// An adjustment that waited was declined, or withdrawn.
    ADJUSTMENT_DECLINED,
    /// A member was held against the ladder of ranks.
    RANK_EVALUATED,
    /// Somebody stopped a job.
    JOB_CANCELLED,
    /// Another width came in force.
    WIDTH_CHANGED,
    /// Another version of the compensation plan came in force.
    PLAN_ACTIVATED,
    /// Another version of the compensation plan is to come in force later.
    PLAN_SCHEDULED,
    /// A scheduled version of the compensation plan never comes in force.
    PLAN_WITHDRAWN;

    /// As it is written in the database and in replies.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The act of that word.
    public static Optional<Act> of(String word) {
        return Arrays.stream(values()).filter(act -> act.word().equals(word)).findFirst();
    }
}
