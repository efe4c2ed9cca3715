package io.upline.service.adjustment;

import io.upline.service.audit.Act;
import java.util.Locale;

/// What can be decided about an adjustment that waits.
enum Decision {
    /// It is posted: by another person than asked.
    APPROVED(AdjustmentStatus.POSTED, Act.ADJUSTMENT_POSTED),
    /// It is not: anybody who may decide says so, and whoever asked withdraws it.
    DECLINED(AdjustmentStatus.DECLINED, Act.ADJUSTMENT_DECLINED);

    private final AdjustmentStatus after;
    private final Act act;

    Decision(AdjustmentStatus after, Act act) {
        this.after = after;
        this.act = act;
    }

    /// What the adjustment is from then on.
    AdjustmentStatus after() {
        return after;
    }

    /// What the audit calls it.
    Act act() {
        return act;
    }

    /// As it is said in a sentence.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
