package io.upline.bench.load.rows;

import io.upline.engine.genealogy.Genealogy;
import java.util.List;
import java.util.stream.IntStream;

/// A database with a network to start from. Members are numbered from 1; loads run on copies of it.
///
/// @param database its name
/// @param members how many there are
/// @param firstDeep from this member on, all have at least [#PAID_LEVELS] ancestors
/// @param leaders members with a downline of at least [#PAGE_MEMBERS]; a sample
public record Seed(String database, int members, int firstDeep, List<Integer> leaders) {
    /// Ancestors that the default plan pays.
    public static final int PAID_LEVELS = 4;
    /// Members of the downline page that is read.
    public static final int PAGE_MEMBERS = 100;

    private static final int LEADERS = 200;

    static Seed of(String database, Genealogy tree) {
        return new Seed(database, tree.members(), firstDeep(tree), leaders(tree));
    }

    private static int firstDeep(Genealogy tree) {
        var member = tree.members();
        while (member > 0 && tree.member(member - 1).level() > PAID_LEVELS) {
            member--;
        }
        return member + 1;
    }

    private static List<Integer> leaders(Genealogy tree) {
        return IntStream.range(0, tree.members())
                .filter(member -> tree.member(member).downline() >= PAGE_MEMBERS)
                .limit(LEADERS)
                .map(member -> member + 1)
                .boxed()
                .toList();
    }
}
