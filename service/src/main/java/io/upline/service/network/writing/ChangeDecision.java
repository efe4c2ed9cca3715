package io.upline.service.network.writing;

import io.upline.engine.genealogy.Genealogy;
import io.upline.engine.genealogy.Member;
import io.upline.service.network.command.MemberChange;
import io.upline.service.network.command.MemberChange.Kind;
import io.upline.service.network.log.LogEntry;
import io.upline.service.network.rule.Membership;
import io.upline.service.network.writing.MoveDecision.Place;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whether a member can be changed as asked, and what comes of it. Asks the tree only; nothing is drafted.
///
/// @param seq the place in the log that the change will have
/// @param nowMicros the database's time, in µs since 1970
record ChangeDecision(Genealogy genealogy, long seq, long nowMicros) {
    /// Decides. O(depth).
    ///
    /// @throws Problem 404 for somebody who is no member, 409 for what contradicts the tree, 422 for a
    ///     position beyond the width
    DecidedChange of(MemberChange change) {
        var member = genealogy.member(Membership.indexOf(genealogy, change.userId()));
        return switch (change.kind()) {
            case Kind.Move move -> move(member, move, change.reason());
            case Kind.Suspension() -> suspend(member, change.reason());
            case Kind.Reinstatement() -> reinstate(member, change.reason());
            case Kind.Forgetting forgetting -> forget(member, forgetting, change.reason());
        };
    }

    private DecidedChange suspend(Member member, String reason) {
        if (member.suspended()) {
            throw conflict("User %s is suspended already.".formatted(member.userId()));
        }
        var entry = new LogEntry.Suspended(seq, number(member.index()), nowMicros);
        return new DecidedChange(entry, reason, member, standing(member, true), Optional.empty());
    }

    private DecidedChange reinstate(Member member, String reason) {
        if (!member.suspended()) {
            throw conflict("User %s is not suspended.".formatted(member.userId()));
        }
        var entry = new LogEntry.Reinstated(seq, number(member.index()), nowMicros);
        return new DecidedChange(entry, reason, member, standing(member, false), Optional.empty());
    }

    private DecidedChange forget(Member member, Kind.Forgetting forgetting, String reason) {
        var pseudonym = forgetting.pseudonym();
        var entry = new LogEntry.Forgotten(seq, number(member.index()), pseudonym, nowMicros);
        return new DecidedChange(
                entry,
                reason,
                member,
                changed(
                        member,
                        pseudonym,
                        member.sponsor(),
                        new Place(member.parent(), member.position()),
                        member.suspended()),
                Optional.of(forgetting.found()));
    }

    private DecidedChange move(Member member, Kind.Move move, String reason) {
        var decision = new MoveDecision(genealogy, member);
        var sponsor = move.sponsorId().flatMap(decision::sponsor);
        var place = move.to().flatMap(decision::place);
        if (sponsor.isEmpty() && place.isEmpty()) {
            throw conflict("User %s is there already; nothing would change.".formatted(member.userId()));
        }
        var entry = new LogEntry.Moved(
                seq,
                number(member.index()),
                numberOrNull(sponsor),
                numberOrNull(place.map(Place::parent)),
                place.map(Place::position).orElse(0),
                nowMicros);
        return new DecidedChange(entry, reason, member, moved(member, sponsor, place), Optional.empty());
    }

    private static Problem conflict(String detail) {
        return Problem.of(ProblemType.CONFLICT, detail);
    }

    private static int number(int member) {
        return member + 1;
    }

    private static @Nullable Integer numberOrNull(Optional<Integer> member) {
        return member.map(ChangeDecision::number).orElse(null);
    }

    private Member moved(Member member, Optional<Integer> sponsor, Optional<Place> place) {
        return changed(
                member,
                member.userId(),
                sponsor.orElse(member.sponsor()),
                place.orElse(new Place(member.parent(), member.position())),
                member.suspended());
    }

    private Member standing(Member member, boolean suspended) {
        return changed(
                member, member.userId(), member.sponsor(), new Place(member.parent(), member.position()), suspended);
    }

    /// The member as of the change. Who is below and who was sponsored stays.
    private Member changed(Member member, UUID userId, int sponsor, Place place, boolean suspended) {
        return new Member(
                member.index(),
                userId,
                sponsor,
                place.parent(),
                place.position(),
                place.parent() == Genealogy.NONE
                        ? 1
                        : genealogy.member(place.parent()).level() + 1,
                member.joinedAtMicros(),
                nowMicros,
                suspended,
                member.frontline(),
                member.downline(),
                member.sponsored(),
                member.sponsorDownline(),
                seq);
    }
}
