package io.upline.service.network.rule;

import io.upline.service.network.command.NetworkCommand.ImportRow;
import io.upline.service.platform.http.json.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/// Whether a row of an import can be taken. The same rule for a real import and for one that only checks.
public final class RowRule {
    /// Nobody joined before 1900-01-01, in µs since 1970.
    static final long EARLIEST_MICROS = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse("1900-01-01T00:00:00Z"));

    private RowRule() {}

    /// What is known of a user.
    public sealed interface Sponsorship {
        /// Not a member.
        record NotAMember() implements Sponsorship {}

        /// A member without a sponsor.
        record Root() implements Sponsorship {}

        /// A member with that sponsor.
        record SponsoredBy(UUID sponsorId) implements Sponsorship {}
    }

    /// What becomes of a row.
    public sealed interface Verdict {
        /// It becomes a member.
        record Take() implements Verdict {}

        /// It is a member already, under the same sponsor.
        record Present() implements Verdict {}

        /// It can't be taken.
        record Reject(String reason) implements Verdict {}
    }

    /// What is known of everybody, and decided of the rows before.
    public interface Known {
        /// Whether they are a member, and by whom they were sponsored.
        Sponsorship sponsorOf(UUID userId);

        /// Whether they are a member who is suspended.
        boolean isSuspended(UUID userId);
    }

    /// Judges a row by what is known of its user and its sponsor.
    ///
    /// @param nowMicros the database's time; nobody joined later than that
    public static Verdict judge(ImportRow row, Known known, long nowMicros) {
        if (row.sponsorId().equals(Optional.of(row.userId()))) {
            return new Verdict.Reject("%s can't be their own sponsor.".formatted(row.userId()));
        }
        if (row.joinedAtMicros() < EARLIEST_MICROS) {
            return new Verdict.Reject("joined_at %s lies before 1900.".formatted(Json.time(row.joinedAtMicros())));
        }
        if (row.joinedAtMicros() > nowMicros) {
            return new Verdict.Reject("joined_at %s lies in the future.".formatted(Json.time(row.joinedAtMicros())));
        }
        return switch (known.sponsorOf(row.userId())) {
            case Sponsorship.NotAMember() -> judgeSponsor(row, known);
            case Sponsorship.Root() ->
                row.sponsorId().isEmpty()
                        ? new Verdict.Present()
                        : new Verdict.Reject("%s is a member already, without a sponsor.".formatted(row.userId()));
            case Sponsorship.SponsoredBy(var sponsorId) ->
                row.sponsorId().equals(Optional.of(sponsorId))
                        ? new Verdict.Present()
                        : new Verdict.Reject(
                                "%s is a member already, sponsored by %s.".formatted(row.userId(), sponsorId));
        };
    }

    private static Verdict judgeSponsor(ImportRow row, Known known) {
        if (row.sponsorId().isEmpty()) {
            return new Verdict.Take();
        }
        var sponsor = row.sponsorId().get();
        if (known.sponsorOf(sponsor) instanceof Sponsorship.NotAMember) {
            return new Verdict.Reject(
                    "Sponsor %s is not a member; sponsors come before the sponsored.".formatted(sponsor));
        }
        return known.isSuspended(sponsor)
                ? new Verdict.Reject(RegistrationRule.suspended(sponsor).detail())
                : new Verdict.Take();
    }
}
