package io.upline.client.demo;

import io.upline.client.network.Bonus;
import io.upline.client.network.Network;
import io.upline.client.network.Placement;
import io.upline.client.network.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;

/// The story of a young network: members join, their uplines earn, ranks are reached.
final class Demo {
    static final int SHOWN_LEVELS = 3;

    private final Network network;
    private final Cast cast;
    private final SponsorChoice choice;

    Demo(Network network, Cast cast, long seed) {
        this.network = network;
        this.cast = cast;
        this.choice = new SponsorChoice(cast.root(), new Random(seed));
    }

    /// Runs it, telling `steps` of each step before it begins.
    Outcome run(Consumer<String> steps) {
        steps.accept(
                "Registering a root and %d members …".formatted(cast.belowRoot().size()));
        List<Placement> placements = register();
        steps.accept("Distributing their referral bonuses …");
        List<Bonus> bonuses = distribute();
        steps.accept("Evaluating their ranks …");
        List<Verdict> verdicts = AtOnce.each(cast.members(), network::evaluateRank);
        return new Outcome(
                placements, bonuses, verdicts, network.downline(cast.root(), SHOWN_LEVELS), network.week(cast.root()));
    }

    /// One after the other: a sponsor has to be there first.
    private List<Placement> register() {
        List<Placement> placements = new ArrayList<>();
        placements.add(network.root(cast.root()));
        for (UUID member : cast.belowRoot()) {
            placements.add(network.register(member, choice.sponsorOf(member)));
        }
        return placements;
    }

    private List<Bonus> distribute() {
        return AtOnce.each(cast.belowRoot(), network::referral).stream()
                .flatMap(distribution -> distribution.earned().stream())
                .toList();
    }
}
