package io.upline.engine.genealogy;

import io.upline.engine.genealogy.arrays.NetworkArrays;
import io.upline.engine.genealogy.walk.LineWalk;
import io.upline.engine.genealogy.walk.PageWalk;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/// Makes the pages of one downline, in a tree that holds still; see [Genealogy#steadily].
final class Paging {
    private final NetworkArrays network;
    private final int top;
    private final long asOf;
    private final PageWalk walk;

    Paging(NetworkArrays network, int top) {
        this.network = network;
        this.top = top;
        // Before the members are counted: a birth in between is on the page then, and never the other way round.
        this.asOf = network.asOf();
        this.walk = new PageWalk(network, network.visible(), top);
    }

    DownlinePage first(int limit) {
        return page(walk.first(limit + 1), limit);
    }

    DownlinePage after(PageEnd end, int limit) {
        return page(
                isStillThere(end)
                        ? walk.after(end.member(), end.depth(), limit + 1)
                        : walk.from(end.depth(), limit + 1),
                limit);
    }

    /// A member whose line to the top is the same stands in the same place among all others of that depth.
    private boolean isStillThere(PageEnd end) {
        return lineChange(end.member(), end.depth()).equals(OptionalLong.of(end.lineChangedAtMicros()));
    }

    private OptionalLong lineChange(int member, int depth) {
        return new LineWalk(network, network.placement().links(), top).newestChange(member, depth);
    }

    private DownlinePage page(int[] oneMore, int limit) {
        if (oneMore.length <= limit) {
            return new DownlinePage(oneMore, Optional.empty(), asOf);
        }
        int last = oneMore[limit - 1];
        int depth = network.sections().readInt(() -> depth(last));
        PageEnd end = new PageEnd(last, depth, lineChange(last, depth).orElseThrow());
        return new DownlinePage(Arrays.copyOf(oneMore, limit), Optional.of(end), asOf);
    }

    private int depth(int member) {
        return network.placement().level(member) - network.placement().level(top);
    }
}
