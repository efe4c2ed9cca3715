package io.upline.bench;

import io.upline.engine.genealogy.Genealogy;
import io.upline.engine.genealogy.GenealogyCheck;
import io.upline.engine.genealogy.GenealogyWriter;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/// A network that grows by random births: the same seed gives the same network.
final class GrowingNetwork {
    private static final long SEED = 20_260_101;
    private static final int BUILD_BATCH_MEMBERS = 256;

    private final Genealogy genealogy;
    private final GenealogyWriter writer;
    private final SponsorChoice choice;
    private final SplittableRandom random = new SplittableRandom(SEED);

    private GrowingNetwork(int width, SponsorChoice choice) {
        this.genealogy = new Genealogy(width);
        this.writer = genealogy.writer();
        this.choice = choice;
    }

    /// A network of `members` members below one root.
    static GrowingNetwork of(int members, int width, SponsorChoice choice) {
        GrowingNetwork network = new GrowingNetwork(width, choice);
        network.writer.draft(network.nextUserId(), Genealogy.NONE, 0);
        while (network.writer.members() < members) {
            network.grow(Math.min(BUILD_BATCH_MEMBERS, members - network.writer.members()));
        }
        network.writer.publish(members);
        return network;
    }

    /// One batch: drafts `births` members and publishes them.
    void grow(int births) {
        for (int birth = 0; birth < births; birth++) {
            int members = writer.members();
            writer.draft(nextUserId(), choice.choose(members, random), members);
        }
        writer.publish(writer.members());
    }

    int randomMember() {
        return random.nextInt(genealogy.members());
    }

    Genealogy genealogy() {
        return genealogy;
    }

    /// Proves the network sound.
    ///
    /// @throws IllegalStateException with what is wrong
    void check() {
        List<String> findings = GenealogyCheck.of(genealogy);
        if (!findings.isEmpty()) {
            throw new IllegalStateException("the network is broken: " + findings);
        }
    }

    private UUID nextUserId() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
