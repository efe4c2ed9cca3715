package io.upline.client.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/// Who sponsors the next member: mostly somebody popular or somebody new, as in a real network.
///
/// Somebody popular is chosen in proportion to how many they sponsored before (Pólya's urn): a few sponsor many,
/// many more than they have places, so that members spill over.
final class SponsorChoice {
    private static final int PER_CENT = 100;
    private static final int POPULAR_PER_CENT = 45;
    private static final int RECENT_PER_CENT = 35;
    private static final int RECENT_MEMBERS = 25;
    private static final int FIRST_BELOW_ROOT = 4;

    private final Random random;
    private final List<UUID> members = new ArrayList<>();
    private final List<UUID> sponsors = new ArrayList<>();

    SponsorChoice(UUID root, Random random) {
        this.random = random;
        members.add(root);
    }

    /// Decides who sponsors `member`, who may be chosen as a sponsor from then on.
    UUID sponsorOf(UUID member) {
        UUID sponsor = sponsors.size() < FIRST_BELOW_ROOT ? members.getFirst() : choose();
        sponsors.add(sponsor);
        members.add(member);
        return sponsor;
    }

    private UUID choose() {
        int chance = random.nextInt(PER_CENT);
        if (chance < POPULAR_PER_CENT) {
            return sponsors.get(random.nextInt(sponsors.size()));
        }
        int candidates =
                chance < POPULAR_PER_CENT + RECENT_PER_CENT ? Math.min(RECENT_MEMBERS, members.size()) : members.size();
        return members.get(members.size() - 1 - random.nextInt(candidates));
    }
}
