package io.upline.client.demo;

import io.upline.client.network.Bonus;
import io.upline.client.network.Branch;
import io.upline.client.network.Placement;
import io.upline.client.network.Verdict;
import io.upline.client.network.Week;
import java.util.List;

/// What a run of the demo found out.
record Outcome(
        List<Placement> placements, List<Bonus> bonuses, List<Verdict> verdicts, List<Branch> top, Week rootsWeek) {

    long spilledOver() {
        return placements.stream().filter(Placement::spilledOver).count();
    }

    int deepestLevel() {
        return placements.stream().mapToInt(Placement::level).max().orElse(0);
    }
}
