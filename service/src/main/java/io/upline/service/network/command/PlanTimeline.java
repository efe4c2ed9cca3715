package io.upline.service.network.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Every version of the compensation plan that the log has, and so which one is in force at which time. Immutable.
///
/// @param versions in the order of the log, numbered 1, 2, 3 …
public record PlanTimeline(List<Version> versions) {
    /// Of a log without plans.
    public static final PlanTimeline EMPTY = new PlanTimeline(List.of());

    private static final Comparator<Version> LATEST =
            Comparator.comparingLong(Version::effectiveAtMicros).thenComparingLong(Version::seq);

    /// Takes its own copy of the versions.
    public PlanTimeline {
        versions = List.copyOf(versions);
    }

    /// One version. Times are in µs since 1970.
    ///
    /// @param seq the entry that tells of it
    /// @param effectiveAtMicros when it comes in force; when it was recorded, for one that came in force at once
    /// @param withdrawnSeq the entry that withdrew it; [#NEVER] for none
    public record Version(int number, long seq, long recordedAtMicros, long effectiveAtMicros, long withdrawnSeq) {
        /// After every entry of any log.
        public static final long NEVER = Long.MAX_VALUE;

        /// Whether it never comes in force.
        public boolean isWithdrawn() {
            return withdrawnSeq != NEVER;
        }

        private boolean isDue(long asOf, long nowMicros) {
            return seq <= asOf && withdrawnSeq > asOf && effectiveAtMicros <= nowMicros;
        }
    }

    /// The version in force at a time, by the log up to an entry: of those whose time has come, the one whose time was
    /// the last. Empty before the first. O(versions).
    public Optional<Version> inForce(long asOf, long nowMicros) {
        return versions.stream()
                .filter(version -> version.isDue(asOf, nowMicros))
                .max(LATEST);
    }

    /// The version in force at a time, by the whole log. Empty before the first. O(versions).
    public Optional<Version> inForce(long nowMicros) {
        return inForce(Version.NEVER - 1, nowMicros);
    }

    /// The versions whose time has not come, by the whole log. O(versions).
    public List<Version> scheduled(long nowMicros) {
        return versions.stream()
                .filter(version -> !version.isWithdrawn() && version.effectiveAtMicros() > nowMicros)
                .toList();
    }

    /// A version by its number. O(1).
    public Optional<Version> find(int number) {
        return number >= 1 && number <= versions.size() ? Optional.of(versions.get(number - 1)) : Optional.empty();
    }

    /// The highest number there is; 0 for none.
    public int newest() {
        return versions.size();
    }

    /// The same with another version at the end.
    ///
    /// @throws IllegalArgumentException when its number is not the next one
    public PlanTimeline with(Version version) {
        if (version.number() != newest() + 1) {
            throw new IllegalArgumentException(
                    "Version %d of the plan follows version %d.".formatted(version.number(), newest()));
        }
        var longer = new ArrayList<>(versions);
        longer.add(version);
        return new PlanTimeline(longer);
    }

    /// The same with a version withdrawn by an entry.
    ///
    /// @throws IllegalArgumentException when there is no such version
    public PlanTimeline withdrawn(int number, long seq) {
        var version = find(number)
                .orElseThrow(
                        () -> new IllegalArgumentException("There is no version %d of the plan.".formatted(number)));
        var other = new ArrayList<>(versions);
        other.set(
                number - 1,
                new Version(number, version.seq(), version.recordedAtMicros(), version.effectiveAtMicros(), seq));
        return new PlanTimeline(other);
    }
}
