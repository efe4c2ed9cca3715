package io.upline.service.check.memory;

import io.upline.engine.genealogy.Genealogy;
import io.upline.engine.genealogy.GenealogyCheck;
import io.upline.service.check.rule.Findings;
import io.upline.service.network.Network;
import io.upline.service.network.command.Inspection;
import java.util.List;

/// Derives every figure in this instance's memory again from the links, some members at a time; batches wait for
/// those.
public final class FigureCheck {
    /// Members that are looked at in one go: some 30 ms.
    public static final int MEMBERS_AT_ONCE = 1 << 15;

    private final Network network;
    private final HangUp caller;
    private long longestNanos;

    /// A check for a caller who may hang up.
    public FigureCheck(Network network, HangUp caller) {
        this.network = network;
        this.caller = caller;
    }

    private record Part(int members, List<String> findings, long nanos) {}

    /// Looks at the figures of the whole network, and of every member. O(members), and no memory.
    ///
    /// @return the longest time that batches waited, in ns
    /// @throws java.util.concurrent.CompletionException with what kept it from being done
    public long run(Findings findings) {
        network.inspect(new Inspection<>(StoredHead::read, (head, tree) -> head.differences(tree, network.plans())))
                .join()
                .forEach(findings::add);
        var members = 1;
        for (int from = 0; from < members; from += MEMBERS_AT_ONCE) {
            caller.requireThere();
            members = look(from, findings);
        }
        return longestNanos;
    }

    private int look(int from, Findings findings) {
        var part = network.inspect(new Inspection<>(StoredHead::read, (head, tree) -> part(tree, from)))
                .join();
        part.findings().forEach(sentence -> findings.add("In memory the " + sentence + "."));
        longestNanos = Math.max(longestNanos, part.nanos());
        return part.members();
    }

    private static Part part(Genealogy tree, int from) {
        var begun = System.nanoTime();
        var findings = GenealogyCheck.of(tree, from, from + MEMBERS_AT_ONCE);
        return new Part(tree.members(), findings, System.nanoTime() - begun);
    }
}
